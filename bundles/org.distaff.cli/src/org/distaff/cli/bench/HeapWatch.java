package org.distaff.cli.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Notes how much heap is in use just after each garbage collection: an upper bound of what was alive then, since only a
 * full collection finds all garbage, and a few milliseconds may have passed.
 */
final class HeapWatch implements AutoCloseable {

    private static final long MILLISECONDS = 4;

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final Thread watcher = new Thread(this::watch, "heap watch");
    private volatile long most;

    HeapWatch() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        long seen = collections();
        try {
            while (true) {
                Thread.sleep(MILLISECONDS);
                long now = collections();
                if (now != seen) {
                    seen = now;
                    most = Math.max(most, used());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: the thread ends
        }
    }

    private long collections() {
        return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most so far, in bytes; collects once when there was no collection yet. */
    long most() {
        if (most == 0) {
            System.gc();
            return used();
        }
        return most;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}

package org.distaff.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.distaff.core.failure.ExitCode;

/**
 * Ctrl-C and a scheduler's request to end: the first one asks the command to stop, which then ends the process with
 * its own exit code; the second one ends the process at once.
 *
 * <p>Signals are handled through {@code sun.misc.Signal}, found by name because it is no API every Java has; a shutdown
 * hook, which cannot choose the exit code, stands in where it is missing.
 */
final class Interruption implements AutoCloseable {

    private static final String[] SIGNALS = {"INT", "TERM"};
    /** How long a shutdown waits for the command to finish cleanly. */
    private static final long GRACE_SECONDS = 20;

    private final Runnable stop;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private Thread hook;

    private Interruption(Runnable stop) {
        this.stop = stop;
    }

    /** @param stop asks the command to stop; returns at once */
    static Interruption install(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        try {
            interruption.handleSignals();
        } catch (ReflectiveOperationException | RuntimeException e) {
            interruption.addHook(); // no signals on this platform, or they belong to somebody else
        }
        return interruption;
    }

    private void handleSignals() throws ReflectiveOperationException {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        Class<?> signal = Class.forName("sun.misc.Signal", true, platform);
        Class<?> handler = Class.forName("sun.misc.SignalHandler", true, platform);
        Object asks = Proxy.newProxyInstance(platform, new Class<?>[] {handler}, (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                interrupted();
                return null;
            }
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "interruption";
            };
        });
        for (String name : SIGNALS) {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), asks);
        }
    }

    private void interrupted() {
        if (asked.compareAndSet(false, true)) {
            stop.run();
        } else {
            Runtime.getRuntime().halt(ExitCode.LATER.code());
        }
    }

    private void addHook() {
        hook = new Thread(() -> {
            stop.run();
            try {
                finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop the command");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The command has ended; what comes now is the end of the process. */
    @Override
    public void close() {
        finished.countDown();
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                hook = null; // the shutdown is what ended the command
            }
        }
    }
}

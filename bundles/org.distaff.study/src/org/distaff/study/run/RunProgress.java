package org.distaff.study.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.distaff.core.progress.Progress;

/** Adds the progress of the cells at work up to that of the run, with rate and remaining time. */
final class RunProgress {

    private final Progress whole;
    private final int cells;
    private final long start = System.nanoTime();
    private final Map<String, Double> working = new ConcurrentHashMap<>();
    private int done;

    RunProgress(Progress whole, int cells) {
        this.whole = whole;
        this.cells = cells;
    }

    /** The progress of one cell. */
    Progress of(String label) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                working.put(label, fraction);
                show(label + ": " + message);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /** A cell has ended, well or not. */
    void ended(String label) {
        synchronized (this) {
            done++;
        }
        working.remove(label);
        show(label + " ended");
    }

    private synchronized void show(String detail) {
        double share = Math.min(1, (done + working.values().stream().mapToDouble(f -> f).sum()) / cells);
        double seconds = (System.nanoTime() - start) / 1e9;
        StringBuilder text = new StringBuilder(done + " of " + cells + " cells");
        if (share > 0.01 && seconds > 1) {
            double perMinute = share * cells / seconds * 60;
            Duration left = Duration.ofSeconds(Math.round(seconds / share * (1 - share)));
            text.append(String.format(Locale.ROOT, ", %.1f cells/min, %s left", perMinute, text(left)));
        }
        whole.report(share, text + "; " + detail);
    }

    private static String text(Duration left) {
        if (left.toHours() > 0) {
            return left.toHours() + " h " + left.toMinutesPart() + " min";
        }
        return left.toMinutes() > 0 ? left.toMinutes() + " min " + left.toSecondsPart() + " s" : left.toSeconds() + " s";
    }
}

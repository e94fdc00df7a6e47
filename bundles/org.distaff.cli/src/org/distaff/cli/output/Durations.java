package org.distaff.cli.output;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.distaff.core.failure.Problem;

/** Spans of time as people write them: {@code 3h}, {@code 1h30m}, {@code 90s}. */
public final class Durations {

    private Durations() {
    }

    /**
     * Reads a span.
     *
     * @param option what it was given for, for the message
     * @throws Problem (input) when it is none, or not longer than nothing
     */
    public static Duration parse(String text, String option) {
        String iso = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^([0-9]+D)?(.*)$", "P$1T$2");
        try {
            Duration span = Duration.parse(iso.endsWith("T") ? iso.substring(0, iso.length() - 1) : iso);
            if (span.isPositive()) {
                return span;
            }
        } catch (DateTimeParseException e) {
            throw wrong(text, option);
        }
        throw wrong(text, option);
    }

    private static Problem wrong(String text, String option) {
        return Problem.input(option + " must be a span of time such as 3h, 90m or 1h30m, not '" + text + "'.");
    }

    /** "40 s", "3 min", "2 h 05 min", "9 d 3 h". */
    public static String text(Duration span) {
        if (span.toMinutes() < 2) {
            return Math.max(1, span.toSeconds()) + " s";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min";
        }
        if (span.toDays() < 2) {
            return String.format(Locale.ROOT, "%d h %02d min", span.toHours(), span.toMinutesPart());
        }
        return span.toDays() + " d " + span.toHoursPart() + " h";
    }
}

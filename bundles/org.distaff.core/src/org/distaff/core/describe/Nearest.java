package org.distaff.core.describe;

import java.util.Collection;
import java.util.Optional;

/** Finds the name a user most likely meant. */
public final class Nearest {

    private Nearest() {
    }

    /** The known name with the smallest edit distance, if it is near enough to be worth suggesting. */
    public static Optional<String> to(String given, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(2, given.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(given.toLowerCase(), name.toLowerCase());
            if (distance < bestDistance) {
                bestDistance = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The end of an error message: " Did you mean 'x'?" or " Known are: …" or nothing when none is known. */
    public static String suggestion(String given, Collection<String> known) {
        return to(given, known).map(name -> " Did you mean '" + name + "'?")
                .orElse(known.isEmpty() ? "" : " Known are: " + String.join(", ", known) + ".");
    }

    /** Levenshtein distance; O(|a||b|). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

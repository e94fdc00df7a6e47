package org.distaff.core.describe;

import java.util.Collection;
import java.util.Locale;
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
            int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
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

    /** Edits between two words, swapped neighbours being one edit (optimal string alignment); O(|a||b|). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (equal ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

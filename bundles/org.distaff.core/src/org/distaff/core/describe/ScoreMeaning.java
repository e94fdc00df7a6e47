package org.distaff.core.describe;

/**
 * What one score of a metric means, for tables and help.
 *
 * @param name    name of the score as the metric reports it ("score", "explicitness-test"); a {@code *} in it stands
 *                for any letters, so that one meaning serves a family ("*-points-accuracy")
 * @param better  in which direction a more disentangled or better model lies
 * @param minimum smallest possible value; negative infinity when unbounded
 * @param maximum largest possible value; infinity when unbounded
 * @param meaning one line: what it says, its unit
 */
public record ScoreMeaning(String name, Better better, double minimum, double maximum, String meaning) {

    /** In which direction better models lie. */
    public enum Better {
        HIGHER("↑"), LOWER("↓"), NEITHER("–");

        private final String sign;

        Better(String sign) {
            this.sign = sign;
        }

        /** An arrow for table heads. */
        public String sign() {
            return sign;
        }
    }

    /** A score of which more is better. */
    public static ScoreMeaning higher(String name, double minimum, double maximum, String meaning) {
        return new ScoreMeaning(name, Better.HIGHER, minimum, maximum, meaning);
    }

    /** A score of which less is better. */
    public static ScoreMeaning lower(String name, double minimum, double maximum, String meaning) {
        return new ScoreMeaning(name, Better.LOWER, minimum, maximum, meaning);
    }

    /** A score that describes without judging. */
    public static ScoreMeaning neither(String name, double minimum, double maximum, String meaning) {
        return new ScoreMeaning(name, Better.NEITHER, minimum, maximum, meaning);
    }

    /** Whether this is the meaning of the score with that name. */
    public boolean describes(String score) {
        StringBuilder pattern = new StringBuilder();
        for (String part : name.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(java.util.regex.Pattern.quote(part));
        }
        return score.matches(pattern.toString());
    }

    /** The range in mathematical notation: "[0, 1]", "[0, ∞)". */
    public String range() {
        return (Double.isInfinite(minimum) ? "(−∞" : "[" + Values.plain(minimum)) + ", "
                + (Double.isInfinite(maximum) ? "∞)" : Values.plain(maximum) + "]");
    }
}

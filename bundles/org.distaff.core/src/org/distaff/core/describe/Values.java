package org.distaff.core.describe;

/** Reads and prints parameter values. */
final class Values {

    private Values() {
    }

    /**
     * Turns what a user gave (a YAML scalar or a command-line word) into the parameter's own type.
     *
     * @throws IllegalArgumentException with a sentence that says what was expected
     */
    static Object convert(Parameter parameter, Object given) {
        Object value = switch (parameter.type()) {
            case INTEGER -> integer(given);
            case REAL -> real(given);
            case FLAG -> flag(given);
            case CHOICE -> parameter.choices().contains(String.valueOf(given)) ? String.valueOf(given) : null;
            case TEXT, PATH, LIST -> given == null ? null : String.valueOf(given);
        };
        boolean outside = value instanceof Number n
                && (n.doubleValue() < parameter.minimum() || n.doubleValue() > parameter.maximum());
        if (value == null || outside) {
            throw new IllegalArgumentException(
                    "'" + parameter.name() + "' must be " + parameter.expectation() + ", not '" + given + "'.");
        }
        return value;
    }

    private static Long integer(Object given) {
        if (given instanceof Long || given instanceof Integer) {
            return ((Number) given).longValue();
        }
        try {
            double number = given instanceof Double d ? d : Double.parseDouble(String.valueOf(given).trim());
            return number == Math.rint(number) && Math.abs(number) < 9.0e15 ? Long.valueOf((long) number) : null;
        } catch (NumberFormatException e) {
            return null; // reported by convert() in the parameter's own words
        }
    }

    private static Double real(Object given) {
        try {
            double number = given instanceof Number n ? n.doubleValue()
                    : Double.parseDouble(String.valueOf(given).trim());
            return Double.isNaN(number) ? null : Double.valueOf(number);
        } catch (NumberFormatException e) {
            return null; // reported by convert() in the parameter's own words
        }
    }

    private static Boolean flag(Object given) {
        return switch (String.valueOf(given)) {
            case "true", "yes", "on" -> Boolean.TRUE;
            case "false", "no", "off" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** A number without a needless ".0". */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }
}

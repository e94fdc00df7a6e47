package org.distaff.core.describe;

import java.util.List;
import java.util.Objects;

/**
 * One parameter of a contribution. Values are {@link Long}, {@link Double}, {@link Boolean} or {@link String},
 * as {@link #type()} says.
 *
 * @param name         camelCase name as it stands in a study file and on the command line ({@code numTrain})
 * @param type         what kind of value it takes
 * @param defaultValue value when none is given; {@code null} when the parameter is required or has no value by default
 * @param minimum      smallest number allowed (numbers only)
 * @param maximum      largest number allowed (numbers only)
 * @param choices      the words allowed (choices only), in the order they are shown
 * @param meaning      one line: what it does, its unit, where the default comes from
 * @param required     whether a value must be given
 * @param positional   whether a command takes it by position and not as {@code --name}
 */
public record Parameter(String name, Type type, Object defaultValue, double minimum, double maximum,
        List<String> choices, String meaning, boolean required, boolean positional) {

    /** What kind of value a parameter takes. */
    public enum Type {
        /** A {@link Long}. */
        INTEGER("an integer"),
        /** A {@link Double}; never NaN. */
        REAL("a number"),
        /** A {@link Boolean}. */
        FLAG("true or false"),
        /** A {@link String} out of {@link Parameter#choices()}. */
        CHOICE("one of the words"),
        /** Any {@link String}. */
        TEXT("a text"),
        /** A file or folder, kept as the {@link String} the user gave. */
        PATH("a path"),
        /** Several texts or paths in one {@link String}, separated by new lines (positional command arguments). */
        LIST("a list");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** The type in words, for messages: "an integer". */
        public String words() {
            return words;
        }
    }

    public Parameter {
        Objects.requireNonNull(type);
        choices = List.copyOf(choices);
    }

    public static Parameter integer(String name, long defaultValue) {
        return new Parameter(name, Type.INTEGER, defaultValue, Long.MIN_VALUE, Long.MAX_VALUE, List.of(), "", false,
                false);
    }

    public static Parameter real(String name, double defaultValue) {
        return new Parameter(name, Type.REAL, defaultValue, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                List.of(), "", false, false);
    }

    public static Parameter flag(String name, boolean defaultValue) {
        return new Parameter(name, Type.FLAG, defaultValue, 0, 0, List.of(), "", false, false);
    }

    /** A choice whose default is the first word. */
    public static Parameter choice(String name, String... choices) {
        return new Parameter(name, Type.CHOICE, choices[0], 0, 0, List.of(choices), "", false, false);
    }

    /** A text; {@code null} as default means "none". */
    public static Parameter text(String name, String defaultValue) {
        return new Parameter(name, Type.TEXT, defaultValue, 0, 0, List.of(), "", false, false);
    }

    /** A path; {@code null} as default means "none". */
    public static Parameter path(String name, String defaultValue) {
        return new Parameter(name, Type.PATH, defaultValue, 0, 0, List.of(), "", false, false);
    }

    /** Several texts, by default none. */
    public static Parameter list(String name) {
        return new Parameter(name, Type.LIST, null, 0, 0, List.of(), "", false, false);
    }

    /** Limits a number to {@code [from, to]}. */
    public Parameter range(double from, double to) {
        return new Parameter(name, type, defaultValue, from, to, choices, meaning, required, positional);
    }

    public Parameter meaning(String line) {
        return new Parameter(name, type, defaultValue, minimum, maximum, choices, line, required, positional);
    }

    /** The same parameter with another default. */
    public Parameter withDefault(Object value) {
        return new Parameter(name, type, value, minimum, maximum, choices, meaning, required, positional);
    }

    /** Makes a value compulsory and drops the default. */
    public Parameter mandatory() {
        return new Parameter(name, type, null, minimum, maximum, choices, meaning, true, positional);
    }

    /** Makes a command take the parameter by its position. */
    public Parameter byPosition() {
        return new Parameter(name, type, defaultValue, minimum, maximum, choices, meaning, required, true);
    }

    /** What is allowed, in words, for help and error messages: "an integer from 2 to 1000". */
    public String expectation() {
        if (type == Type.CHOICE) {
            return "one of " + String.join(", ", choices);
        }
        boolean number = type == Type.INTEGER || type == Type.REAL;
        double unboundedBelow = type == Type.INTEGER ? Long.MIN_VALUE : Double.NEGATIVE_INFINITY;
        double unboundedAbove = type == Type.INTEGER ? Long.MAX_VALUE : Double.POSITIVE_INFINITY;
        if (!number || minimum == unboundedBelow && maximum == unboundedAbove) {
            return type.words();
        }
        if (maximum == unboundedAbove) {
            return type.words() + " of at least " + Values.plain(minimum);
        }
        if (minimum == unboundedBelow) {
            return type.words() + " of at most " + Values.plain(maximum);
        }
        return type.words() + " from " + Values.plain(minimum) + " to " + Values.plain(maximum);
    }
}

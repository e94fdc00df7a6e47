package org.distaff.study.evaluate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;

/**
 * Parameter values given as text, {@code mig.bins=20}: whose parameter, its name, its value.
 *
 * @param values id of a metric, data set or launcher → parameter name → value, in the order given
 */
public record Assignments(Map<String, Map<String, String>> values) {

    private static final Pattern ASSIGNMENT = Pattern.compile("([^.=\\s]+)\\.([^.=\\s]+)=(.*)", Pattern.DOTALL);
    /** A comma that ends one assignment because another one begins behind it; other commas belong to a value. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*[^.=,\\s]+\\.[^.=,\\s]+=)");

    /** Nothing assigned. */
    public static final Assignments NONE = new Assignments(Map.of());

    /**
     * Parses texts of one or more assignments, separated by commas.
     *
     * @throws Problem (input) when a text is no assignment, or one parameter is assigned twice
     */
    public static Assignments parse(List<String> texts) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (String text : texts) {
            for (String assignment : BETWEEN.split(text)) {
                Matcher matcher = ASSIGNMENT.matcher(assignment.strip());
                if (!matcher.matches()) {
                    throw Problem.input("--parameters: '" + assignment.strip()
                            + "' is no assignment; write ID.PARAMETER=VALUE, as in mig.bins=20.");
                }
                String earlier = values.computeIfAbsent(matcher.group(1), id -> new LinkedHashMap<>())
                        .put(matcher.group(2), matcher.group(3));
                if (earlier != null) {
                    throw Problem.input("--parameters gives '" + matcher.group(1) + "." + matcher.group(2)
                            + "' twice, '" + earlier + "' and '" + matcher.group(3) + "'; give it once.");
                }
            }
        }
        return new Assignments(values);
    }

    /** The values of one id; empty when none were given. */
    public Map<String, String> of(String id) {
        return values.getOrDefault(id, Map.of());
    }

    /**
     * Refuses assignments to anything but these ids, which would otherwise be silently without effect.
     *
     * @throws Problem (input) that names the id and the nearest one that takes part
     */
    public void requireOnly(Collection<String> ids) {
        for (Map.Entry<String, Map<String, String>> entry : values.entrySet()) {
            if (!ids.contains(entry.getKey())) {
                throw Problem.input("--parameters " + entry.getKey() + "." + entry.getValue().keySet().iterator().next()
                        + ": '" + entry.getKey() + "' takes no part here." + Nearest.suggestion(entry.getKey(), ids));
            }
        }
    }
}

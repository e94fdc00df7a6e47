package org.distaff.core.describe;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's settings under a name, as a paper has them. A study asks for them with {@code preset} and gives whatever it
 * wants otherwise.
 *
 * @param name     stable kebab-case name, API for ever ({@code locatello-2019}); unique within its model
 * @param meaning  one line: whose settings, and where the paper has them
 * @param fixed    parameter → value
 * @param grid     parameter → values the paper sweeps; several span their product
 * @param training of {@code steps}, {@code batch} and {@code learningRate} those the paper says
 */
public record Preset(String name, String meaning, Map<String, Object> fixed, Map<String, List<Object>> grid,
        Map<String, Object> training) {

    public Preset {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + name + "' is no kebab-case name");
        }
        fixed = ordered(fixed);
        grid = ordered(grid);
        training = ordered(training);
    }

    /** A preset of nothing but a name; the methods below add to it. */
    public static Preset of(String name, String meaning) {
        return new Preset(name, meaning, Map.of(), Map.of(), Map.of());
    }

    public Preset fixed(String parameter, Object value) {
        return new Preset(name, meaning, with(fixed, parameter, value), grid, training);
    }

    /** A parameter that takes several values. */
    public Preset sweep(String parameter, Object... values) {
        return new Preset(name, meaning, fixed, with(grid, parameter, List.copyOf(Arrays.asList(values))), training);
    }

    public Preset training(String setting, Object value) {
        return new Preset(name, meaning, fixed, grid, with(training, setting, value));
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}

package org.distaff.core.describe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.distaff.core.failure.Problem;

/** Checked values for a list of parameters: what the user gave, and the defaults for the rest. Immutable. */
public final class Parameters {

    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Binds what a user gave to a description's parameters.
     *
     * @param parameters what may be given
     * @param given      name → value; a value is a {@link Number}, {@link Boolean} or {@link String}
     * @param owner      whose parameters these are, for messages ("metric 'mig'")
     * @throws Problem (input) for an unknown name, a wrong type, a value out of range or a missing required one
     */
    public static Parameters bind(List<Parameter> parameters, Map<String, ?> given, String owner) {
        for (String name : given.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                List<String> names = parameters.stream().map(Parameter::name).toList();
                throw Problem.input(owner + " has no parameter '" + name + "'." + Nearest.suggestion(name, names));
            }
        }
        Map<String, Object> values = new TreeMap<>();
        for (Parameter parameter : parameters) {
            Object value = parameter.defaultValue();
            if (given.containsKey(parameter.name())) {
                try {
                    value = Values.convert(parameter, given.get(parameter.name()));
                } catch (IllegalArgumentException e) {
                    throw Problem.input(owner + ": " + e.getMessage());
                }
            } else if (parameter.required()) {
                throw Problem.input(owner + " needs '" + parameter.name() + "' (" + parameter.meaning() + ").");
            }
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return new Parameters(values);
    }

    /** A contribution's defaults. */
    public static Parameters defaults(Described contribution) {
        return of(contribution, Map.of());
    }

    /** Binds what a user gave to a contribution's own parameters. */
    public static Parameters of(Described contribution, Map<String, ?> given) {
        Description description = contribution.describe();
        return bind(description.parameters(), given, "'" + description.id() + "'");
    }

    /**
     * An integer of 32 bits.
     *
     * @throws Problem (input) when the parameter's range allows more and the user gave more
     */
    public int integer(String name) {
        long value = (Long) need(name);
        if (value != (int) value) {
            throw Problem.input("'" + name + "' must be an integer from " + Integer.MIN_VALUE + " to "
                    + Integer.MAX_VALUE + ", not '" + value + "'.");
        }
        return (int) value;
    }

    public double real(String name) {
        return (Double) need(name);
    }

    public boolean flag(String name) {
        return (Boolean) need(name);
    }

    /** A choice, text or path that has a value. */
    public String text(String name) {
        return (String) need(name);
    }

    /** A choice, text or path that may have none. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    /** The elements of a {@link Parameter.Type#LIST}; empty when none was given. */
    public List<String> list(String name) {
        return optional(name).map(s -> List.of(s.split("\n"))).orElse(List.of());
    }

    /** All values by name, in alphabetical order; parameters without a value are absent. */
    public Map<String, Object> values() {
        return values;
    }

    private Object need(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("parameter '" + name + "' was never described or has no value");
        }
        return value;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

package org.distaff.training.objective;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bytedeco.pytorch.Tensor;

/**
 * Named numbers of one forward pass: losses that players minimise and parts worth a curve. Each is a scalar, or [M]
 * when M models train together.
 *
 * @param parts name → term, in the order of the curves
 */
public record Terms(Map<String, Tensor> parts) {

    /** No terms. */
    public static final Terms NONE = new Terms(Map.of());

    public Terms {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** One term. */
    public static Terms of(String name, Tensor term) {
        return new Terms(Map.of(name, term));
    }

    /** These terms and one more after them. */
    public Terms and(String name, Tensor term) {
        Map<String, Tensor> all = new LinkedHashMap<>(parts);
        all.put(name, term);
        return new Terms(all);
    }

    /**
     * The term of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Tensor term(String name) {
        Tensor term = parts.get(name);
        if (term == null) {
            throw new IllegalArgumentException("there is no term '" + name + "' among " + parts.keySet());
        }
        return term;
    }

    /** The term named {@code loss}, what a single player minimises. */
    public Tensor loss() {
        return term("loss");
    }
}

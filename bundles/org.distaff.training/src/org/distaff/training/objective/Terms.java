package org.distaff.training.objective;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bytedeco.pytorch.Tensor;

/**
 * A loss and the named parts it was made of, all scalars.
 *
 * @param loss  what is minimised
 * @param parts name → part, in the order of the curves
 */
public record Terms(Tensor loss, Map<String, Tensor> parts) {

    public Terms {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}

package org.distaff.datasets.turntable;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code turntable}. */
public final class TurntableProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("turntable", "Turntable")
                .summary("183 car-like solids seen from 4 elevations and 24 azimuths (Cars3D, generated)")
                .help("""
                        The factor space of Cars3D, ray-cast on demand and never stored: elevation 4 (10° to 40°), azimuth \
                        24 (steps of 15° all round, from the right side on), object 183; 17,568 coloured observations of \
                        64×64×3 on white ground.

                        The cars are this product's own, made of prisms, boxes and cylinders: eight kinds (hatchback, \
                        saloon, estate, coupé, pick-up, van, bus, lorry) times 24 paints, no pair twice, each with \
                        proportions, wheels, roof and load of its own, always the same for a number. Light stands still \
                        while the table turns. Cars3D renders CAD models, and numbers them in the order of its files; \
                        scores are comparable in kind and not in digits.""")
                .reference("Reed, Zhang, Zhang, Lee, Deep Visual Analogy-Making, NeurIPS 2015")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix H")
                .parameter(Parameter.choice("resolution", "64", "32", "128").meaning("pixels per axis"))
                .parameter(Parameter.flag("antialias", true).meaning("smooth edges, four rays where parts meet"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return Turntable.of(Integer.parseInt(parameters.text("resolution")), parameters.flag("antialias"));
    }
}

package org.distaff.datasets.rooms;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code rooms}. */
public final class RoomsProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("rooms", "Rooms")
                .summary("Solid in a room: floor, wall and object hue, scale, shape, azimuth (3D Shapes, generated)")
                .help("""
                        The factor space of 3D Shapes, ray-cast on demand and never stored: floor hue 10, wall hue 10, \
                        object hue 10, scale 8 (0.75 to 1.25), shape 4 (cube, cylinder, sphere, capsule), azimuth 15 \
                        (−30° to 30°); 480,000 coloured observations of 64×64×3.

                        Hues and sky are those measured on the published images. Geometry, textures and shadows are this \
                        product's own, made to resemble the original, so scores are comparable in kind and not in digits.""")
                .reference("Burgess and Kim, 3D Shapes Dataset, 2018")
                .reference("Kim and Mnih, Disentangling by Factorising, ICML 2018, §5")
                .parameter(Parameter.choice("resolution", "64", "32", "128").meaning("pixels per axis"))
                .parameter(Parameter.flag("antialias", true).meaning("smooth edges, four rays where parts meet"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return Rooms.of(Integer.parseInt(parameters.text("resolution")), parameters.flag("antialias"));
    }
}

package org.distaff.datasets.raven;

import java.util.Map;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.catalogue.AbstractDspritesProvider;
import org.distaff.datasets.catalogue.Shapes3dProvider;
import org.distaff.datasets.rooms.RoomsProvider;
import org.distaff.datasets.sprites.SpritesProvider;

/** What panels show, and how many values of each factor the puzzles use. */
enum RavenBase {

    SPRITES("sprites", new SpritesProvider(), Map.of("variant", "abstract"), 5, 6, 3, 3, 4, 4),
    ROOMS("rooms", new RoomsProvider(), Map.of(), 10, 10, 10, 4, 4, 4),
    ABSTRACT_DSPRITES("abstract-dsprites", new AbstractDspritesProvider(), Map.of(), 5, 6, 3, 3, 4, 4),
    SHAPES3D("shapes3d", new Shapes3dProvider(), Map.of(), 10, 10, 10, 4, 4, 4);

    private final String id;
    private final DatasetProvider provider;
    private final Map<String, String> assignments;
    private final int[] sizes;

    RavenBase(String id, DatasetProvider provider, Map<String, String> assignments, int... sizes) {
        this.id = id;
        this.provider = provider;
        this.assignments = assignments;
        this.sizes = sizes;
    }

    static RavenBase of(String id) {
        for (RavenBase base : values()) {
            if (base.id.equals(id)) {
                return base;
            }
        }
        throw new IllegalArgumentException("no base '" + id + "'");
    }

    int[] sizes() {
        return sizes;
    }

    Dataset open() {
        return provider.open(Parameters.of(provider, assignments));
    }
}

package org.distaff.datasets.turntable;

import java.util.List;

import org.distaff.datasets.ray.Solid;

/**
 * One car: solids with what they are made of. x points to the front, z up, the ground is z = 0.
 *
 * @param style  kind
 * @param half   half its length
 * @param waist  height of the waist, where the windows begin
 * @param roof   height of the roof, a little above where the windows end
 * @param pillar distance of the posts between the windows
 * @param paint  colour of the body
 * @param second colour of the roof and of a lorry's load
 * @param parts  solids, each with a {@link Material} of its own
 */
record Car(CarStyle style, double half, double waist, double roof, double pillar, int paint, int second,
        List<Part> parts) {

    /** How many cars there are, as in Cars3D. */
    static final int COUNT = 183;

    /** A solid and what it is made of. */
    record Part(Solid solid, Material material) {
    }

    Car {
        parts = List.copyOf(parts);
    }
}

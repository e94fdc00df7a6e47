package org.distaff.datasets.ray;

/** A solid that rays hit; x and y lie in the plane of the floor, z goes up. Immutable. */
public sealed interface Solid permits Box, Capsule, Cylinder, Ellipsoid, Prism, Wheel {

    /** Offers the ray its nearest hit with this solid under a number. */
    void hit(Ray ray, int number);
}

package org.distaff.datasets.turntable;

/** Kinds of cars, by their proportions before each car gets its own. Lengths in metres over two. */
enum CarStyle {

    HATCHBACK(1.9, 0.86, 0.52, 0.84, 0.85, -0.97, 0.44, -0.76, 0.1),
    SALOON(2.3, 0.86, 0.5, 0.8, 0.86, -0.62, 0.42, -0.36, 0.1),
    ESTATE(2.3, 0.86, 0.52, 0.84, 0.86, -0.98, 0.42, -0.87, 0.1),
    COUPE(2.2, 0.9, 0.42, 0.66, 0.88, -0.72, 0.28, -0.34, -0.04),
    PICKUP(2.4, 0.92, 0.6, 0.98, 0.88, -0.12, 0.48, -0.06, 0.26),
    VAN(2.2, 0.9, 0.58, 1.2, 0.8, -0.985, 0.86, -0.96, 0.46),
    BUS(2.5, 0.92, 0.5, 1.24, 1, -0.995, 0.99, -0.98, 0.84),
    LORRY(2.5, 0.96, 0.5, 1.02, 1, 0.42, 0.97, 0.46, 0.9);

    /** Length, width, height of the waist and of the roof; height of the bonnet's front as a share of the waist's. */
    final double length;
    final double width;
    final double waist;
    final double roof;
    final double nose;
    /** Ends of the cabin at the waist and at the roof, from −1 at the tail to 1 at the front. */
    final double[] cabin;

    CarStyle(double length, double width, double waist, double roof, double nose, double... cabin) {
        this.length = length;
        this.width = width;
        this.waist = waist;
        this.roof = roof;
        this.nose = nose;
        this.cabin = cabin;
    }
}

package org.distaff.datasets.tcl;

/**
 * What mixtures are made of.
 *
 * @param segments   number of segments M
 * @param points     points in each segment L
 * @param sources    number of sources
 * @param mixtures   number of mixtures, at least that of sources
 * @param layers     linear layers of the mixing
 * @param slope      slope of xtanh besides tanh
 * @param kind       base noise of the sources
 * @param uncentred  whether each segment gives each source a mean from U(−5, 5)
 * @param staircase  whether the first source's mean is 3 times a permutation of the segments
 * @param noise      standard deviation of noise on the mixtures
 * @param levels     levels of each source factor
 * @param seed       seed of the data
 */
record MixtureSettings(int segments, int points, int sources, int mixtures, int layers, double slope, SourceKind kind,
        boolean uncentred, boolean staircase, double noise, int levels, int seed) {
}

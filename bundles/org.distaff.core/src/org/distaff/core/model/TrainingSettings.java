package org.distaff.core.model;

import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/**
 * How long and how fast a model is trained; the {@code training:} block of a study file. Defaults are those of
 * Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled Representations,
 * ICML 2019.
 *
 * @param steps        optimiser steps; 0 leaves the network as it was initialised
 * @param batch        observations per step
 * @param learningRate step size of the optimiser
 */
public record TrainingSettings(int steps, int batch, double learningRate) {

    /** The parameters of the {@code training:} block. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.integer("steps", 300_000).range(0, 100_000_000).meaning("optimiser steps"),
            Parameter.integer("batch", 64).range(1, 65_536).meaning("observations per step"),
            Parameter.real("learningRate", 1e-4).range(0, 10).meaning("step size of the optimiser"));

    public static TrainingSettings of(Map<String, ?> given) {
        Parameters bound = Parameters.bind(PARAMETERS, given, "'training'");
        return new TrainingSettings(bound.integer("steps"), bound.integer("batch"), bound.real("learningRate"));
    }

    /** The settings as parameter values, for provenance and cell identity. */
    public Map<String, Object> values() {
        return Map.of("steps", (long) steps, "batch", (long) batch, "learningRate", learningRate);
    }
}

package org.distaff.metrics.linear;

/** A smooth function of many variables, to be minimised. */
@FunctionalInterface
public interface Objective {

    /**
     * @param point    where to evaluate
     * @param gradient receives the gradient there
     * @return the function's value there
     */
    double at(double[] point, double[] gradient);
}

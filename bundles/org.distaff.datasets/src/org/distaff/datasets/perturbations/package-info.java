/** Simulated transcript counts of single cells under genetic perturbations. */
package org.distaff.datasets.perturbations;

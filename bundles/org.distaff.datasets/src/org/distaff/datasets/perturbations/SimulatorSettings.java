package org.distaff.datasets.perturbations;

/**
 * What cells are made of.
 *
 * @param perturbations number of perturbations
 * @param cells         cells of each
 * @param latents       number of latents p
 * @param genes         number of genes
 * @param hidden        width of the decoder, at least that of both its ends' smaller one
 * @param perCell       whether expression is normalised over a cell's genes, and not over a gene's cells as published
 * @param depth         expected counts of a cell, or of a gene over all cells
 * @param pathway       perturbations that share their targets; 0 for none
 * @param dispersion    inverse dispersion θ of the counts; 0 for Poisson counts
 * @param librarySpread standard deviation of the logarithm of a cell's library size; 0 for none
 * @param ambient       share of a cell's transcripts that come from the average cell
 * @param seed          seed of everything
 */
record SimulatorSettings(int perturbations, int cells, int latents, int genes, int hidden, boolean perCell, double depth,
        int pathway, double dispersion, double librarySpread, double ambient, int seed) {

    int allCells() {
        return perturbations * cells;
    }
}

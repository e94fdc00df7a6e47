package org.distaff.datasets.perturbations;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Contributes {@code perturbations}. */
public final class PerturbationsProvider implements DatasetProvider {

    /** Most counts of all cells together. */
    private static final long MAXIMUM_COUNTS = 1L << 26;

    @Override
    public Description describe() {
        return Description.of("perturbations", "Perturbed cells")
                .summary("Transcript counts of single cells whose perturbations shift a few latents each")
                .help("""
                        A perturbation targets one to three latents, drawn with replacement, and shifts each by N(5, 0.5²) \
                        with a random sign; a cell's latents are N(shift, 1). Four orthonormal matrices with leaky ReLU of \
                        slope 0.2 between them make a logit per gene; logits are divided by their standard deviation over \
                        all cells and genes and exponentiated. Counts are Poisson.

                        'per-gene' normalises as published, over the cells of each gene: every gene has geneDepth counts \
                        over all cells, and library sizes carry signal. With 25,000 cells a count is 40 and a library \
                        4,000 on average. 'per-cell' normalises over the genes of each cell, which then has cellDepth \
                        counts, as sequencing does.

                        Beyond the published simulator, and off by default: pathways, groups of perturbations next to each \
                        other that share targets and, up to N(0, 0.5²), shifts (with as many perturbations held out as \
                        make a pathway, a whole one is held out); Gamma-Poisson counts, θ near 5 being realistic; \
                        log-normal library sizes; transcripts of the average cell in every cell, 5 % being realistic.

                        Observations are counts per gene. The factors are the perturbation and each latent, in 1,024 equal \
                        levels over the range of the data (their rounding has a standard deviation of about 0.006), or \
                        whether the perturbation targets each latent. Counts come from the latents before rounding. A \
                        cell's counts are drawn once: it is a table of perturbations × cells observations.""")
                .reference("Lopez, Tagasovska, Ra, Cho, Pritchard, Regev, Learning Causal Representations of Single Cells "
                        + "via Sparse Mechanism Shift Modeling, CLeaR 2023, §5.1")
                .parameter(Parameter.integer("perturbations", 100).range(2, 10_000).meaning("number of perturbations"))
                .parameter(Parameter.integer("cells", 250).range(1, 100_000)
                        .meaning("cells of each perturbation; the paper has 500, its code 250"))
                .parameter(Parameter.integer("latents", 15).range(1, 200).meaning("number of latents"))
                .parameter(Parameter.integer("genes", 100).range(1, 20_000).meaning("number of genes"))
                .parameter(Parameter.integer("hidden", 40).range(1, 1000).meaning("width of the decoder"))
                .parameter(Parameter.choice("normalisation", "per-gene", "per-cell")
                        .meaning("over which of both expression is normalised; per-gene as published"))
                .parameter(Parameter.real("geneDepth", 1e6).range(1, 1e9)
                        .meaning("expected counts of a gene over all cells (per-gene)"))
                .parameter(Parameter.real("cellDepth", 4000).range(1, 1e9).meaning("expected counts of a cell (per-cell)"))
                .parameter(Parameter.integer("pathway", 0).range(0, 10_000)
                        .meaning("perturbations that share their targets; 0: each has its own, as published"))
                .parameter(Parameter.real("dispersion", 0).range(0, 1e6)
                        .meaning("inverse dispersion θ of Gamma-Poisson counts; 0: Poisson counts, as published"))
                .parameter(Parameter.real("librarySpread", 0).range(0, 3)
                        .meaning("standard deviation of the logarithm of library sizes; 0 as published"))
                .parameter(Parameter.real("ambient", 0).range(0, 1)
                        .meaning("share of transcripts that come from the average cell; 0 as published"))
                .parameter(Parameter.choice("split", "all", "train", "held-out").meaning("which perturbations' cells"))
                .parameter(Parameter.integer("heldOut", 20).range(1, 9_999)
                        .meaning("perturbations that are held out of training, the last ones"))
                .parameter(Parameter.choice("factors", "latents", "targets").meaning("what is known of each latent"))
                .parameter(Parameter.integer("seed", 0).meaning("seed of the simulation"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        int perturbations = parameters.integer("perturbations");
        String split = parameters.text("split");
        int kept = split.equals("all") ? 0 : parameters.integer("heldOut");
        long counts = (long) perturbations * parameters.integer("cells") * parameters.integer("genes");
        if (counts > MAXIMUM_COUNTS) {
            throw Problem.input("'perturbations' would have " + counts + " counts; ask for fewer cells or genes.");
        }
        if (kept >= perturbations) {
            throw Problem.input("'perturbations' cannot hold out " + kept + " of " + perturbations
                    + "; give a smaller heldOut.");
        }
        boolean perCell = parameters.text("normalisation").equals("per-cell");
        SimulatorSettings settings = new SimulatorSettings(perturbations, parameters.integer("cells"),
                parameters.integer("latents"), parameters.integer("genes"), parameters.integer("hidden"), perCell,
                parameters.real(perCell ? "cellDepth" : "geneDepth"), parameters.integer("pathway"),
                parameters.real("dispersion"), parameters.real("librarySpread"), parameters.real("ambient"),
                parameters.integer("seed"));
        int border = perturbations - kept;
        return new Perturbations(settings, parameters.text("factors").equals("targets"),
                split.equals("held-out") ? border : 0, split.equals("held-out") ? perturbations : border,
                "perturbations/1/" + parameters);
    }
}

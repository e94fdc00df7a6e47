package org.distaff.datasets.circuit;

import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;

/** Contributes {@code circuit}. */
public final class CircuitProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("circuit", "Causal circuit")
                .summary("Robot arm, buttons and lamps: the arm lights blue, green and red, and both others light red")
                .help("""
                        Stands in for CausalCircuit, whose files are not to be had freely. Factors are the arm and the \
                        brightness of the blue, green and red lamp, in causal order, each in [0, 1] and cut into 256 \
                        levels; the published labels count backwards: red, green, blue, arm. A picture is drawn from \
                        the levels' middles, so labels are exact.

                        The arm is drawn from U(0, 1). A lamp shines with Beta(5 v, 5 (1 − v)) and v = 0.2 + 0.6 d, where \
                        d is 1 when the arm is within 0.1 of the lamp's button and falls to 0 at 0.2; for red, d is the \
                        largest of that, blue and green. Buttons are at 0.25 (green), 0.55 (red) and 0.85 (blue). The \
                        original is a 3-D simulation of 512×512 pixels; this is a flat drawing with a mechanism of the \
                        same graph, arm → blue, green, red and blue, green → red, so scores are comparable in kind only.

                        'published' keeps the three regimes in which red shines (> 0.5) for one reason: arm in \
                        (0.1, 0.4), green > 0.4, blue < 0.2; arm in (0.4, 0.7), blue and green < 0.2; arm above 0.7, \
                        blue > 0.4, green < 0.2. 'all' keeps every draw. 'free' lists nothing: every combination has a \
                        picture, as if all four were set by intervention, and 'points', 'split' and 'seed' do not \
                        matter.""")
                .reference("Brehmer, de Haan, Lippe, Cohen, Weakly Supervised Causal Representation Learning, NeurIPS "
                        + "2022, §5.3")
                .reference("Komanduri, Wu, Chen, Wu, Learning Causally Disentangled Representations via the Principle of "
                        + "Independent Causal Mechanisms, IJCAI 2024, §5")
                .parameter(Parameter.integer("resolution", 128).range(16, 512).meaning("pixels per axis"))
                .parameter(Parameter.choice("regime", "all", "published", "free").meaning("which states there are"))
                .parameter(Parameter.integer("points", 10_000).range(1, 10_000_000).meaning("states drawn"))
                .parameter(Parameter.choice("split", "train", "test").meaning("independent states for each"))
                .parameter(Parameter.integer("seed", 0).meaning("seed of the states"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        int resolution = parameters.integer("resolution");
        String regime = parameters.text("regime");
        if (regime.equals("free")) {
            return new Circuit(resolution, Optional.empty(), "circuit/1/" + resolution + "/free");
        }
        int points = parameters.integer("points");
        String split = parameters.text("split");
        int seed = parameters.integer("seed");
        int[] rows = Circuit.draw(points, regime.equals("published"), RandomStreams.derive(seed, "circuit/" + split));
        return new Circuit(resolution, Optional.of(rows),
                "circuit/1/" + resolution + "/" + regime + "/" + points + "/" + split + "/" + seed);
    }
}

package org.distaff.datasets.flow;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code flow}. */
public final class FlowProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("flow", "Flow")
                .summary("Ball, water height, hole and jet of a cup: causes and effects, 8,100 drawings")
                .help("""
                        The ball's radius (30 values) raises the water; the water's height and the hole's (9 values) cause \
                        how far the jet flies. The factors are ball, height, flow, hole, in the order of the published \
                        file names; the amount of water (30 values) is left to height. The published drawings are \
                        Matplotlib's; these have its scene, colours and margins, and antialiasing of their own.

                        Labels 'published' are the whole numbers of the file names, cut off and not rounded: height 1 … 5 \
                        and ten times the flow. Many drawings have the same name, and the last one of a split is left: \
                        5,254 of 6,480 training and all 1,620 test drawings; with 'split: all' a row of both splits shows \
                        either drawing. 'exact' keeps all 8,100 and cuts the true height in [1, 5.5] and flow in \
                        [1.7, 6.8] into 256 levels; drawings that share all levels are drawn by chance.""")
                .reference("Yang, Liu, Chen, Shen, Hao, Wang, CausalVAE: Disentangled Representation Learning via Neural "
                        + "Structural Causal Models, CVPR 2021, §6.1")
                .reference("Komanduri, Wu, Chen, Wu, Learning Causally Disentangled Representations via the Principle of "
                        + "Independent Causal Mechanisms, IJCAI 2024, §5")
                .parameter(Parameter.integer("resolution", 96).range(16, 512).meaning("pixels per axis"))
                .parameter(Parameter.choice("labels", "exact", "published").meaning("how height and flow are labelled"))
                .parameter(Parameter.choice("split", "all", "train", "test").meaning("which drawings"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return Flow.open(parameters.integer("resolution"), parameters.text("labels").equals("published"),
                parameters.text("split"));
    }
}

package org.distaff.datasets.pendulum;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code pendulum}. */
public final class PendulumProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("pendulum", "Pendulum")
                .summary("Pendulum, light and shadow: two causes and two effects, 7,308 drawings")
                .help("""
                        Pendulum angle 84 (−40 … 43 times π/200) and light angle 87 (60 … 147 times π/200 without 100) \
                        cause the length and the position of a shadow. The published drawings are Matplotlib's; these \
                        have its scene, colours and margins, and antialiasing of their own.

                        Labels 'published' are the whole numbers of the published file names: length 3 … 12 and position \
                        2 … 19, cut off and not rounded. 'exact' cuts the true length in [3, 13] and position in [2, 20] \
                        into 256 levels. A shadow shorter than 3 is drawn and labelled as 3: 39.6 % of all. As published, \
                        every fourth drawing but the first is a test one: 5,482 training and 1,826 test drawings.""")
                .reference("Yang, Liu, Chen, Shen, Hao, Wang, CausalVAE: Disentangled Representation Learning via Neural "
                        + "Structural Causal Models, CVPR 2021, §6.1")
                .reference("Komanduri, Wu, Chen, Wu, Learning Causally Disentangled Representations via the Principle of "
                        + "Independent Causal Mechanisms, IJCAI 2024, §5")
                .parameter(Parameter.integer("resolution", 96).range(16, 512).meaning("pixels per axis"))
                .parameter(Parameter.choice("labels", "exact", "published").meaning("how shadows are labelled"))
                .parameter(Parameter.choice("split", "all", "train", "test").meaning("which drawings"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return Pendulum.open(parameters.integer("resolution"), parameters.text("labels").equals("published"),
                parameters.text("split"));
    }
}

package org.distaff.datasets.raven;

import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code raven}. */
public final class RavenProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("raven", "Raven's matrices")
                .summary("Puzzles of 3 × 3 panels and six answers: factors are constant in rows, the last cell is asked")
                .help("""
                        An observation is a picture of 208×352×3: eight panels of 64×64 in three rows with the last \
                        place empty, and six answers in three rows of two to the right. Factors are, for each factor of \
                        the base, whether it is constant in every row (no, yes), and the answer (0 to 5); everything \
                        else is drawn anew for every observation. One, two and three constant factors are equally \
                        frequent ('mixed'), as are all sets of as many, and all answers.

                        Of the base's values puzzles use an even part: 5, 6, 3, 3, 4, 4 of abstract sprites (background, \
                        colour, shape, scale, x, y) and 10, 10, 10, 4, 4, 4 of rooms (hues of floor, wall and object, \
                        scale, shape, azimuth); value v of n is v · size / n, cut off. A constant factor has a uniform \
                        value in each row; another one has nine uniform values, drawn again while its first two rows are \
                        both constant or both all different. 'easy' wrong answers are uniform cells that break a rule; \
                        'hard' ones change one constant factor of the correct answer and draw the rest anew.

                        'corrected' does what the paper says: wrong answers differ from each other, and hard ones are \
                        hard. 'released' repeats two faults of the released code: hard puzzles get easy answers, and \
                        wrong answers may come twice (about three easy puzzles of a thousand over sprites).""")
                .reference("van Steenkiste, Locatello, Schmidhuber, Bachem, Are Disentangled Representations Helpful for "
                        + "Abstract Visual Reasoning?, NeurIPS 2019, §3")
                .reference("Raven, Standardization of Progressive Matrices, 1938, British Journal of Medical Psychology "
                        + "19, 1941")
                .parameter(Parameter.choice("base", "sprites", "rooms", "abstract-dsprites", "shapes3d")
                        .meaning("data set that the panels show; the last two need their published files"))
                .parameter(Parameter.choice("difficulty", "easy", "hard").meaning("how near wrong answers come"))
                .parameter(Parameter.choice("relations", "mixed", "1", "2", "3").meaning("number of constant factors"))
                .parameter(Parameter.choice("variant", "corrected", "released")
                        .meaning("as the paper says, or as its code does"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        RavenBase base = RavenBase.of(parameters.text("base"));
        boolean corrected = parameters.text("variant").equals("corrected");
        String difficulty = parameters.text("difficulty");
        String relations = parameters.text("relations");
        RavenRules rules = new RavenRules(base.sizes(), corrected && difficulty.equals("hard"), corrected);
        Dataset panels = base.open();
        return new Raven(panels, rules,
                relations.equals("mixed") ? List.of(1, 2, 3) : List.of(Integer.parseInt(relations)), "raven/1/"
                        + difficulty + "/" + relations + "/" + parameters.text("variant") + "/" + panels.digest());
    }
}

package org.distaff.models.vae;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Schedule;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;

/**
 * Labels for some observations: latent k is tied to factor k by a penalty of the posterior mean. Locatello, Tschannen,
 * Bauer, Rätsch, Schölkopf and Bachem, Disentangling Factors of Variation Using Few Labels, ICLR 2020, section 4 and
 * appendix B; as released, the penalty is a sum over the labelled batch.
 *
 * @param kind   which penalty
 * @param weight γ_sup, with its schedule
 * @param batch  labelled observations per step
 * @param sizes  number of values of each factor
 */
public record Supervision(Kind kind, Setting weight, int batch, List<Integer> sizes) {

    /** How a latent is held against its factor's label, divided by the factor's size. */
    public enum Kind {
        /** Cross-entropy with the latent as a logit. */
        XENT,
        /** Squared difference of the latent's sigmoid. */
        L2,
        /** Squares of the covariances between latents and other factors than their own. */
        COVARIANCE
    }

    /** Name of the parameter that weighs the penalty. */
    static final String WEIGHT = "supervisionWeight";

    private static final String NONE = "none";

    /** The parameters that make a method semi-supervised; without them it is not. */
    static Description addTo(Description description) {
        return description
                .reference("Locatello, Tschannen, Bauer, Rätsch, Schölkopf, Bachem, Disentangling Factors of Variation "
                        + "Using Few Labels, ICLR 2020, section 4 (semi-supervised variant)")
                .parameter(Parameter.choice("supervision", NONE, "xent", "l2", "covariance").meaning(
                        "ties latent k to the label of factor k; which points are labelled says the data set's modifier "
                                + "'labels'"))
                .parameter(Parameter.real(WEIGHT, 16).range(0, 1e6).meaning("weight of the labels' penalty"))
                .parameter(Parameter.choice("supervisionSchedule", "fixed", "anneal", "fine-tune").meaning(
                        "the weight at once; rising in a line over supervisionSteps; or only after them"))
                .parameter(Parameter.integer("supervisionSteps", 0).range(0, 100_000_000)
                        .meaning("steps of the schedule"))
                .parameter(Parameter.integer("labelledBatch", 64).range(1, 65_536)
                        .meaning("labelled observations per step"));
    }

    /**
     * What the parameters say; empty when they ask for none.
     *
     * @throws Problem (never) when there are fewer latents than factors
     */
    public static Optional<Supervision> of(List<TrainingContext> contexts) {
        TrainingContext first = contexts.get(0);
        String kind = first.parameters().text("supervision");
        if (kind.equals(NONE)) {
            return Optional.empty();
        }
        FactorSpace space = first.dataset().factors();
        if (space.count() > first.parameters().integer("latents")) {
            throw Problem.never("Supervision gives every factor a latent of its own, but the data set has " + space.count()
                    + " factors and the model " + first.parameters().integer("latents")
                    + " latents; use more latents.");
        }
        int steps = first.parameters().integer("supervisionSteps");
        Schedule schedule = switch (first.parameters().text("supervisionSchedule")) {
            case "anneal" -> step -> Math.min(1, (step - 1.0) / Math.max(1, steps));
            case "fine-tune" -> step -> step > steps ? 1 : 0;
            default -> Schedule.constant(1);
        };
        Setting weight = Setting.of(contexts, WEIGHT).times(schedule);
        return Optional.of(new Supervision(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), weight,
                first.parameters().integer("labelledBatch"), space.factors().stream().map(f -> f.size()).toList()));
    }

    /** Adds the penalty to the loss and to the terms. */
    public Terms addTo(Terms terms, Vae vae, Batch batch) {
        Tensor penalty = penalty(vae.encode(batch.labelled()).mean(), batch.labels());
        Tensor loss = terms.loss().add(weight.times(penalty, batch.step()));
        return terms.and("loss", loss).and("supervision", penalty);
    }

    /**
     * @param means  posterior means, [..., L, D]
     * @param labels factor rows, [..., L, K], int64
     * @return the penalty, summed over the batch, [...]
     */
    public Tensor penalty(Tensor means, Tensor labels) {
        Tensor tied = means.narrow(-1, 0, sizes.size());
        Tensor truth = labels.to(means.scalar_type());
        Tensor shares = truth.div(AbstractTensor.create(sizes.stream().mapToDouble(Integer::doubleValue).toArray())
                .to(means.device(), means.scalar_type()));
        return switch (kind) {
            case XENT -> torch.softplus(tied).sub(tied.mul(shares)).sum(-2, -1);
            case L2 -> torch.square(torch.sigmoid(tied).sub(shares)).sum(-2, -1);
            case COVARIANCE -> covariance(means, truth);
        };
    }

    private static Tensor covariance(Tensor means, Tensor truth) {
        Tensor joint = torch.matmul(centred(means).transpose(-2, -1), centred(truth))
                .mul(new Scalar(1.0 / means.size(-2)));
        Tensor own = joint.diagonal(0, -2, -1);
        return torch.square(joint).sum(-2, -1).sub(torch.square(own).sum(-1));
    }

    private static Tensor centred(Tensor values) {
        return values.sub(values.mean(new long[] {-2}, true, new ScalarTypeOptional()));
    }
}

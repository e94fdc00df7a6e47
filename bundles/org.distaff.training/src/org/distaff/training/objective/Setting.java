package org.distaff.training.objective;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.AbstractTensor;
import org.distaff.core.model.TrainingContext;

/**
 * A number of an objective, as β is of β-VAE: it may change with the step, and models that train together may each have
 * their own.
 *
 * @param schedules one per model
 */
public record Setting(List<Schedule> schedules) {

    public Setting {
        schedules = List.copyOf(schedules);
    }

    /** The same number for one model at every step. */
    public static Setting of(double value) {
        return new Setting(List.of(Schedule.constant(value)));
    }

    /** The number each of the models has. */
    public static Setting of(List<TrainingContext> contexts, ToDoubleFunction<TrainingContext> value) {
        return new Setting(contexts.stream().map(c -> Schedule.constant(value.applyAsDouble(c))).toList());
    }

    /** The number each of the models has as a parameter of that name. */
    public static Setting of(List<TrainingContext> contexts, String parameter) {
        return of(contexts, context -> context.parameters().real(parameter));
    }

    /** Every model's number follows one schedule. */
    public Setting times(Schedule schedule) {
        return new Setting(schedules.stream().map(each -> each.times(schedule)).toList());
    }

    /** This number times a term; each model's own where several train together. */
    public Tensor times(Tensor term, long step) {
        if (schedules.size() == 1) {
            return term.mul(new Scalar(schedules.get(0).at(step)));
        }
        return term.mul(values(term, step));
    }

    /** A term less this number. */
    public Tensor below(Tensor term, long step) {
        if (schedules.size() == 1) {
            return term.sub(new Scalar(schedules.get(0).at(step)));
        }
        return term.sub(values(term, step));
    }

    private Tensor values(Tensor like, long step) {
        double[] values = schedules.stream().mapToDouble(schedule -> schedule.at(step)).toArray();
        return AbstractTensor.create(values, values.length).to(like.device(), like.scalar_type());
    }
}

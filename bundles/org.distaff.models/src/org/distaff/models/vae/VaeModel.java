package org.distaff.models.vae;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.distaff.core.model.Model;
import org.distaff.core.model.SideBySide;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.training.engine.GroupSize;
import org.distaff.training.network.Network;

/** A method over a variational autoencoder that trains one model as several side by side. */
public interface VaeModel extends Model {

    /** Parameters that may differ from model to model: those that the objective takes as settings. The weight
     *  of labels may, too. */
    Set<String> differing();

    @Override
    List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException;

    @Override
    default TrainedModel train(TrainingContext context) throws IOException {
        return trainTogether(List.of(context)).get(0).orThrow();
    }

    /** All networks that a step runs through. */
    default List<Network> networks(TrainingContext context) {
        return VaeTraining.networks(context).all();
    }

    @Override
    default Optional<SideBySide> together(TrainingContext context) {
        Map<String, Object> shared = new TreeMap<>(context.parameters().values());
        shared.keySet().removeAll(differing());
        shared.remove(Supervision.WEIGHT);
        return Optional.of(GroupSize.of(describe().id() + " " + describe().version() + " " + shared, networks(context),
                context));
    }
}

package org.distaff.training.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Adam;

/**
 * A dense network with ReLU between its layers that learns standard normal targets by least squares, with Adam.
 *
 * @param widths inputs, hidden units …, outputs
 * @param batch  observations per step
 */
public record DenseWorkload(List<Integer> widths, int batch) {

    public DenseWorkload {
        widths = List.copyOf(widths);
    }

    private Network network() {
        List<Layer> layers = new ArrayList<>(List.of(new Flatten()));
        for (int i = 1; i < widths.size(); i++) {
            layers.add(new Dense(widths.get(i - 1), widths.get(i)));
            if (i < widths.size() - 1) {
                layers.add(new Activation(Activation.Function.RELU));
            }
        }
        return Network.of("dense", new int[] {1, 1, widths.get(0)}, layers);
    }

    private record LeastSquares(TensorNetwork network, int outputs) implements Objective {

        @Override
        public List<Player> players() {
            return List.of(Player.of("network", List.of(network), new Adam(1e-4)));
        }

        @Override
        public Needs needs() {
            return Needs.observations().noise("target", outputs);
        }

        @Override
        public Terms evaluate(String turn, Batch batch) {
            Tensor distance = network.forward(batch.observations()).sub(batch.noise("target"));
            return Terms.of("loss", torch.square(distance).mean(-2, -1));
        }
    }

    /**
     * Trains on one thread of the CPU.
     *
     * @param models how many side by side
     * @param folder receives the curves
     */
    public void train(int steps, int models, Path folder, Progress progress) throws IOException {
        LibTorch.load(1);
        Network network = network();
        FixedPictures pictures = new FixedPictures(new ObservationShape(1, 1, widths.get(0)));
        TrainingSettings settings = new TrainingSettings(steps, batch, 1e-4);
        List<TrainingContext> contexts = LongStream.range(0, models).mapToObj(seed -> new TrainingContext(pictures,
                Parameters.bind(List.of(), Map.of(), "workload"), settings, seed, folder, 1, "cpu", progress)).toList();
        List<List<float[]>> weights = contexts.stream().map(context -> Initialiser.PYTORCH_DEFAULT.draw(network,
                RandomStreams.derive(context.seed(), "weights"))).toList();
        try (TensorNetwork created = TensorNetwork.together(network, weights, torch.ScalarType.Float)) {
            Trainer.train(contexts, new LeastSquares(created, widths.get(widths.size() - 1)), "workload");
        }
    }
}

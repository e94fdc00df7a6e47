package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.vae.BetaVae;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.network.SpectralNorm;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Follower;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Schedule;
import org.distaff.training.objective.Terms;
import org.distaff.training.objective.Turn;
import org.distaff.training.optimiser.Adagrad;
import org.distaff.training.optimiser.Adam;
import org.distaff.training.optimiser.Plateau;
import org.distaff.training.optimiser.Sgd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several players in one objective: who moves when, on what gradient, and what a kill leaves of them. */
class PlayersTest {

    private static final int STEPS = 23;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    /** loss = a², other = (a − b)²: both of one pass, a moves on the first and b on the second. */
    private record Pair(TensorNetwork a, TensorNetwork b, boolean together) implements Objective {
        @Override
        public List<Player> players() {
            return List.of(Player.of("a", List.of(a), new Sgd(0.25, 0, 0)),
                    Player.of("b", List.of(b), new Sgd(0.25, 0, 0)).minimising("other").from(2).oncePer(2));
        }

        @Override
        public List<Turn> turns() {
            return together ? List.of(Turn.of("both", "a", "b")) : List.of(Turn.of("first", "a"), Turn.of("then", "b"));
        }

        @Override
        public Needs needs() {
            return Needs.observations();
        }

        @Override
        public Terms evaluate(String turn, Batch batch) {
            var left = a.parameters().get(0);
            var right = b.parameters().get(0);
            return Terms.of("loss", left.square().sum()).and("other", left.sub(right).square().sum());
        }
    }

    @Test
    void aTurnTakesAllGradientsBeforeAnybodyMoves() throws IOException {
        assertArrayEquals(new double[] {1, 6}, play(true, 2), 1e-6);
        // alone, a ← a/2 each step: 4, 2, 1. b stands still in step 1; in step 2 it moves to (a + b)/2 = (2 + 10)/2 = 6
        // with the a of before, or to (1 + 10)/2 = 5.5 with the new a
        assertArrayEquals(new double[] {1, 5.5}, play(false, 2), 1e-6);
        assertArrayEquals(new double[] {0.5, 5.5}, play(false, 3), 1e-6); // b moves once in two steps
    }

    private double[] play(boolean together, int steps) throws IOException {
        Network one = Network.of("n", new int[] {1}, List.of(new Dense(1, 1, false)));
        try (TensorNetwork a = TensorNetwork.of(one, List.of(new float[] {4}));
                TensorNetwork b = TensorNetwork.of(one, List.of(new float[] {10}))) {
            train(new Pair(a, b, together), steps, "pair", Progress.NONE);
            return new double[] {a.values().get(0)[0], b.values().get(0)[0]};
        }
    }

    /** Everything that has a state: two optimisers, statistics, singular vectors, dropout, a follower, a plateau. */
    private record Busy(TensorNetwork one, TensorNetwork two, TensorNetwork average) implements Objective {

        static Busy create() {
            Network first = Network.of("one", new int[] {1, 16, 16}, List.of(new Flatten(), new Dense(256, 6),
                    new BatchNorm(6), new Dropout(0.3)));
            Network second = Network.of("two", new int[] {6}, List.of(new SpectralNorm(new Dense(6, 4))));
            return new Busy(fresh(first), fresh(second), fresh(first));
        }

        private static TensorNetwork fresh(Network network) {
            return TensorNetwork.of(network, Initialiser.PYTORCH_DEFAULT.draw(network, RandomStreams.derive(1, "w")));
        }

        @Override
        public List<Player> players() {
            return List.of(
                    Player.of("one", List.of(one), new Adam(0.01))
                            .followedBy(new Follower(one, average, Schedule.constant(0.9)))
                            .lowering(new Plateau(2, 0, 0.7, 0.5, 0.01)),
                    Player.of("two", List.of(two), new Adagrad(0.1)).minimising("second").from(4)
                            .scheduled(Schedule.cosine(1, 0, STEPS)));
        }

        @Override
        public Needs needs() {
            return Needs.noise(4).withSecond().withFactors().withPartners().withLabelled(3);
        }

        @Override
        public Terms evaluate(String turn, Batch batch) {
            var made = two.forward(one.forward(batch.observations()));
            var partner = two.forward(one.forward(batch.partners()));
            var loss = made.sub(batch.noise()).square().mean().add(made.sub(partner).square().mean());
            var second = two.forward(one.forward(batch.second())).sub(made).abs().mean();
            return Terms.of("loss", loss).and("second", second);
        }

        @Override
        public Terms monitor(Batch batch) {
            return Terms.of("code", one.forward(batch.labelled()).mean(0));
        }

        List<float[]> everything() {
            List<float[]> all = new ArrayList<>(one.values());
            all.addAll(two.values());
            all.addAll(average.values());
            return all;
        }
    }

    @Test
    void stoppedAnywhereItEndsWithTheSameNumbers() throws IOException {
        List<float[]> whole = busy("whole", new int[0]);
        var random = RandomStreams.derive(3, "stops");
        for (int round = 0; round < 4; round++) {
            String name = "stopped-" + round;
            // stopped at two places, each so many steps after the one before
            List<float[]> resumed = busy(name, new int[] {1 + random.nextInt(10), 1 + random.nextInt(10)});
            for (int i = 0; i < whole.size(); i++) {
                assertArrayEquals(whole.get(i), resumed.get(i), 0f, name + ", tensor " + i);
            }
            assertEquals(Files.readString(folder.resolve("whole/training.csv")),
                    Files.readString(folder.resolve(name + "/training.csv")));
        }
        String header = Files.readAllLines(folder.resolve("whole/training.csv")).get(0);
        assertEquals("step,loss,second,code-1,code-2,code-3,code-4,code-5,code-6", header);
    }

    private List<float[]> busy(String name, int[] stops) throws IOException {
        for (int stop : stops) {
            assertThrows(Cancelled.class, () -> train(Busy.create(), STEPS, name, new CancelAt(stop + 1)));
        }
        Busy last = Busy.create();
        train(last, STEPS, name, Progress.NONE);
        return last.everything();
    }

    private void train(Objective objective, int steps, String name, Progress progress) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Trainer.train(Runs.context(new BetaVae(), Map.of(), new Squares(1, 16), new TrainingSettings(steps, 5, 0.1), 0,
                folder.resolve(name), "cpu", progress), objective, "test");
    }
}

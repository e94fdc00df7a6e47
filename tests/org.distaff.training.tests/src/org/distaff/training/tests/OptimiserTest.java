package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.models.vae.BetaVae;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Network;
import org.distaff.training.objective.Follower;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Schedule;
import org.distaff.training.optimiser.Adagrad;
import org.distaff.training.optimiser.Clip;
import org.distaff.training.optimiser.Lars;
import org.distaff.training.optimiser.Optimiser;
import org.distaff.training.optimiser.Plateau;
import org.distaff.training.optimiser.Sgd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Optimisers, schedules and clipping on the sum of squares, against the published formulas in float64. */
class OptimiserTest {

    private static final int STEPS = 12;
    private static final float[] WEIGHT = {3f, -4f}; // ‖θ‖ = 5
    private static final float[] BIAS = {-2f};

    /** float32 keeps 6e-8 of numbers up to 4; a dozen steps. */
    private static final double TOLERANCE = 5e-6;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    @Test
    void adagradDividesByTheRootOfAllSquares() throws IOException {
        Adagrad adagrad = new Adagrad(0.3, 0.5, 1e-3, 0.25);
        double sum = 0.5;
        double theta = BIAS[0];
        for (int t = 0; t < STEPS; t++) {
            double gradient = 2 * theta + 0.25 * theta;
            sum += gradient * gradient;
            theta -= 0.3 * gradient / (Math.sqrt(sum) + 1e-3);
        }
        assertEquals(theta, bias(train(adagrad, p -> p)), TOLERANCE);
    }

    @Test
    void momentumKeepsItsWay() throws IOException {
        double velocity = 0;
        double theta = BIAS[0];
        for (int t = 0; t < STEPS; t++) {
            velocity = 0.9 * velocity + 2 * theta + 0.1 * theta;
            theta -= 0.02 * velocity;
        }
        assertEquals(theta, bias(train(new Sgd(0.02, 0.9, 0.1), p -> p)), TOLERANCE);
    }

    @Test
    void plainDescentShrinksByAConstantFactor() throws IOException {
        // θ ← θ (1 − 2η), twelve times
        assertEquals(BIAS[0] * Math.pow(0.8, STEPS), bias(train(new Sgd(0.1, 0, 0), p -> p)), TOLERANCE);
    }

    @Test
    void larsScalesWeightsAndLeavesBiases() throws IOException {
        double velocity = 0;
        double free = 0;
        double length = 5;
        double bias = BIAS[0];
        for (int t = 0; t < STEPS; t++) {
            // the decayed gradient is (2 + λ) θ, so t‖θ‖/‖g‖ · g = t θ · (‖θ‖ / ‖θ‖): along θ, of length t‖θ‖
            velocity = 0.5 * velocity + 0.02 * length;
            length -= 0.7 * velocity;
            free = 0.5 * free + 2 * bias;
            bias -= 0.01 * free;
        }
        List<float[]> values = train(new Lars(0.7, 0.01, 0.5, 0.3, 0.02), p -> p);
        assertEquals(0.6 * length, values.get(0)[0], TOLERANCE);
        assertEquals(-0.8 * length, values.get(0)[1], TOLERANCE);
        assertEquals(bias, bias(values), TOLERANCE);
    }

    @Test
    void schedulesScaleTheRate() throws IOException {
        Schedule schedule = Schedule.warmUp(4).times(Schedule.drops(0.5, 6)).times(Schedule.cosine(1, 0.2, STEPS));
        double theta = BIAS[0];
        for (int t = 1; t <= STEPS; t++) {
            double cosine = 0.2 + 0.8 * (1 + Math.cos(Math.PI * t / STEPS)) / 2;
            theta *= 1 - 2 * 0.1 * Math.min(1, t / 4.0) * (t > 6 ? 0.5 : 1) * cosine;
        }
        assertEquals(theta, bias(train(new Sgd(0.1, 0, 0), p -> p.scheduled(schedule))), TOLERANCE);
        assertEquals(3, Schedule.constant(3).then(5, Schedule.linear(7, 9, 4)).at(5));
        assertEquals(8, Schedule.constant(3).then(5, Schedule.linear(7, 9, 4)).at(7)); // half of four steps
        assertEquals(9, Schedule.linear(7, 9, 4).at(100));
    }

    @Test
    void clippingBoundsTheGradient() throws IOException {
        List<float[]> byValue = train(new Sgd(0.1, 0, 0), p -> p.clipped(Clip.value(1)), 1);
        assertEquals(3 - 0.1, byValue.get(0)[0], TOLERANCE); // 6 is cut to 1
        assertEquals(-4 + 0.1, byValue.get(0)[1], TOLERANCE); // −8 is cut to −1
        List<float[]> byNorm = train(new Sgd(0.1, 0, 0), p -> p.clipped(Clip.norm(1)), 1);
        double norm = 2 * Math.sqrt(9 + 16 + 4); // of weight and bias together
        assertEquals(3 - 0.1 * 6 / norm, byNorm.get(0)[0], TOLERANCE);
        assertEquals(-2 + 0.1 * 4 / norm, bias(byNorm), TOLERANCE);
    }

    @Test
    void thePlateauLowersTheRate() throws IOException {
        // nothing is learnt at rate 0 · anything, so the loss stands still: windows end at 2, 4, 6, …; the first sets
        // the best, the second is tolerated, the third (step 6) lowers, then the fifth (step 10)
        Plateau plateau = new Plateau(2, 1, 0.5, 0.1, 0.1);
        Schedule onlyLate = step -> step == 5 || step == 9 || step == 11 ? 1e-6 : 0; // too little to count
        double theta = BIAS[0] * (1 - 2e-6 * 1000) * (1 - 0.5 * 2e-6 * 1000) * (1 - 0.25 * 2e-6 * 1000);
        List<float[]> values = train(new Sgd(1000, 0, 0), p -> p.scheduled(onlyLate).lowering(plateau));
        assertEquals(theta, bias(values), TOLERANCE);
    }

    @Test
    void aFollowerIsTheMovingAverage() throws IOException {
        Network network = network();
        try (TensorNetwork leader = TensorNetwork.of(network, List.of(WEIGHT, BIAS));
                TensorNetwork target = TensorNetwork.of(network, List.of(new float[2], new float[1]))) {
            Player player = Player.of("network", List.of(leader), new Sgd(0.1, 0, 0))
                    .followedBy(new Follower(leader, target, Schedule.constant(0.75)));
            Trainer.train(context(STEPS), Quadratic.of(player), "test");
            double theta = BIAS[0];
            double average = theta; // it starts as the leader does
            for (int t = 0; t < STEPS; t++) {
                theta *= 0.8;
                average = 0.75 * average + 0.25 * theta;
            }
            assertEquals(average, target.values().get(1)[0], TOLERANCE);
        }
    }

    private static double bias(List<float[]> values) {
        return values.get(1)[0];
    }

    private static Network network() {
        return Network.of("n", new int[] {2}, List.of(new Dense(2, 1)));
    }

    private List<float[]> train(Optimiser optimiser, UnaryOperator<Player> change) throws IOException {
        return train(optimiser, change, STEPS);
    }

    private List<float[]> train(Optimiser optimiser, UnaryOperator<Player> change, int steps) throws IOException {
        try (TensorNetwork running = TensorNetwork.of(network(), List.of(WEIGHT, BIAS))) {
            Player player = change.apply(Player.of("network", List.of(running), optimiser));
            Trainer.train(context(steps), Quadratic.of(player), "test");
            return running.values();
        }
    }

    private TrainingContext context(int steps) {
        return Runs.context(new BetaVae(), Map.of(), new Squares(1, 16), new TrainingSettings(steps, 1, 0.1), 0, folder,
                "cpu", Progress.NONE);
    }
}

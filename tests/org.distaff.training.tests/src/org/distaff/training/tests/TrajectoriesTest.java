package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.models.moment.DipVaeOne;
import org.distaff.models.moment.DipVaeTwo;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.models.tc.BetaTcVae;
import org.distaff.models.tc.Discriminator;
import org.distaff.models.tc.FactorVaeObjective;
import org.distaff.models.vae.AnnealedVae;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.models.vae.VaeObjective;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Setting;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The first 20 losses of each method, for equal weights, observations and noise, against an independent implementation:
 * golden/trajectories.py, written from the papers in PyTorch and run in float64 with PyTorch 1.13. Here everything is
 * float32, which over so few steps differs by rounding alone: a relative 1e-5 is some hundred units in the last place.
 */
class TrajectoriesTest {

    private static final int STEPS = 20;
    private static final double TOLERANCE = 1e-5;

    @TempDir
    private static Path folder;

    private static Map<String, NpyArray> arrays;
    private static JsonObject results;

    @BeforeAll
    static void load() throws IOException {
        LibTorch.load(1);
        Path file = folder.resolve("trajectories.npz");
        try (InputStream in = TrajectoriesTest.class.getResourceAsStream("golden/trajectories.npz");
                InputStream json = TrajectoriesTest.class.getResourceAsStream("golden/trajectories.json")) {
            Files.copy(in, file);
            results = JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8)).getAsJsonObject()
                    .getAsJsonObject("results");
        }
        arrays = NumpyFile.archive(file);
    }

    private record Method(String name, VaeLoss loss) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Method> methods() {
        Setting tc = Setting.of(6);
        return Stream.of(new Method("beta-vae", BetaVae.loss(Setting.of(4))),
                new Method("annealed-vae", AnnealedVae.loss(Setting.of(1000),
                        Setting.of(5).times(step -> Math.min(1, (step - 1) / 10.0)))),
                new Method("beta-tcvae/batch", BetaTcVae.loss(tc, TotalCorrelation.DLIB, 1000)),
                new Method("beta-tcvae/mws", BetaTcVae.loss(tc, TotalCorrelation.MWS, 1000)),
                new Method("beta-tcvae/mss-released", BetaTcVae.loss(tc, TotalCorrelation.MSS_RELEASED, 1000)),
                new Method("beta-tcvae/mss", BetaTcVae.loss(tc, TotalCorrelation.MSS, 1000)),
                new Method("dip-vae-i", DipVaeOne.loss(new MomentPenalty(5, 50))),
                new Method("dip-vae-ii", DipVaeTwo.loss(new MomentPenalty(5, 5))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theFirstLossesAgree(Method method) {
        try (Vae vae = vae()) {
            assertTrajectory(method.name, run(new VaeObjective(vae, new Adam(1e-3), method.loss)), "loss");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(booleans = {false, true})
    void factorVaeAndItsDiscriminatorAgree(boolean second) {
        try (Vae vae = vae(); Discriminator discriminator = new Discriminator(network("discriminator",
                new int[] {5}, dense(5, 16, Function.LEAKY_RELU), dense(16, 16, Function.LEAKY_RELU), dense(16, 2, null)))) {
            BiFunction<Tensor, Long, Tensor> shuffle = (codes, step) -> torch.gather(codes, 0, permutation(step));
            Map<String, List<Double>> found = run(new FactorVaeObjective(vae, discriminator, Setting.of(10),
                    new Adam(1e-3), new Adam(1e-4, 0.5, 0.9, 1e-8), second, shuffle, Optional.empty()));
            String name = second ? "factor-vae/second-batch" : "factor-vae/same-batch";
            assertTrajectory(name, found, "loss");
            assertTrajectory(name, found, "discriminator");
        }
    }

    private static void assertTrajectory(String method, Map<String, List<Double>> found, String term) {
        JsonArray expected = results.getAsJsonObject(method).getAsJsonArray(term);
        assertEquals(STEPS, expected.size());
        assertEquals(STEPS, found.get(term).size());
        for (int t = 0; t < STEPS; t++) {
            double value = expected.get(t).getAsDouble();
            assertEquals(value, found.get(term).get(t), TOLERANCE * Math.abs(value), method + " " + term + " at " + t);
        }
    }

    /** The terms of each step, before it moves. */
    private static Map<String, List<Double>> run(Objective objective) {
        Map<String, List<Double>> losses = new java.util.HashMap<>();
        List<Moves> players = objective.players().stream().map(Moves::new).toList();
        for (int t = 0; t < STEPS; t++) {
            try (PointerScope scope = new PointerScope()) {
                Batch batch = batch(t);
                for (var turn : objective.turns()) {
                    var terms = objective.evaluate(turn.name(), batch);
                    terms.parts().forEach((name, value) -> losses.computeIfAbsent(name, n -> new ArrayList<>())
                            .add((double) value.item_float()));
                    List<Moves> movers = players.stream().filter(p -> turn.players().contains(p.player.name())).toList();
                    List<TensorVector> gradients = movers.stream().map(m -> m.gradient(terms)).toList();
                    for (int i = 0; i < movers.size(); i++) {
                        movers.get(i).step(t + 1, gradients.get(i));
                    }
                }
            }
        }
        return losses;
    }

    private static Batch batch(int t) {
        return new Batch(t + 1, Map.of("observations", images("observations", t), "second", images("observations2", t),
                "noise", part("noise", t, 16, 5), "second-noise", part("noise2", t, 16, 5)));
    }

    private static Tensor images(String name, int t) {
        return part(name, t, 16, 1, 8, 8);
    }

    private static Tensor part(String name, int t, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return AbstractTensor.create(floats(arrays.get(name).values(), t * size, size), shape);
    }

    private static Tensor permutation(long step) {
        double[] values = arrays.get("permutations").values();
        long[] rows = new long[16 * 5];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (long) values[(int) (step - 1) * rows.length + i];
        }
        return AbstractTensor.create(rows, 16, 5);
    }

    private static float[] floats(double[] values, int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) values[from + i];
        }
        return floats;
    }

    private record Stage(int in, int out, Function function) {
    }

    private static Stage dense(int in, int out, Function function) {
        return new Stage(in, out, function);
    }

    /** A chain of dense layers with the stored weights of that name. */
    private static TensorNetwork network(String name, int[] input, Stage... chain) {
        List<Layer> layers = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        if (input.length == 3) {
            layers.add(new Flatten());
        }
        for (int i = 0; i < chain.length; i++) {
            layers.add(new Dense(chain[i].in, chain[i].out));
            if (chain[i].function != null) {
                layers.add(new Activation(chain[i].function));
            }
            for (String part : List.of("weight", "bias")) {
                double[] stored = arrays.get(name + "." + i + "." + part).values();
                values.add(floats(stored, 0, stored.length));
            }
        }
        if (name.equals("decoder")) {
            layers.add(new Reshape(1, 8, 8));
        }
        return TensorNetwork.of(Network.of(name, input, layers), values);
    }

    private static Vae vae() {
        return Vae.of(network("encoder", new int[] {1, 8, 8}, dense(64, 32, Function.RELU)),
                network("mean", new int[] {32}, dense(32, 5, null)), network("logvar", new int[] {32}, dense(32, 5, null)),
                network("decoder", new int[] {5}, dense(5, 32, Function.RELU), dense(32, 64, null)));
    }
}

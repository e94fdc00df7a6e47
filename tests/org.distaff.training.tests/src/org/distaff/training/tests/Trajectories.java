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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.models.vae.Vae;
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
import org.distaff.training.objective.Turn;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Losses of an independent implementation in golden/ and what they were computed from.
 *
 * @param arrays  weights, observations and noise
 * @param results method → term → losses
 */
record Trajectories(Map<String, NpyArray> arrays, JsonObject results) {

    private static final int STEPS = 20;
    /**
     * Relative: the reference is float64, and float32 over so few steps differs by some hundred units in the last
     * place.
     */
    private static final double TOLERANCE = 1e-5;

    /** @param folder receives a copy of the arrays */
    static Trajectories load(String name, Path folder) throws IOException {
        Path file = folder.resolve(name + ".npz");
        try (InputStream in = Trajectories.class.getResourceAsStream("golden/" + name + ".npz");
                InputStream json = Trajectories.class.getResourceAsStream("golden/" + name + ".json")) {
            Files.copy(in, file);
            return new Trajectories(NumpyFile.archive(file),
                    JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8)).getAsJsonObject()
                            .getAsJsonObject("results"));
        }
    }

    void assertTrajectory(String method, Map<String, List<Double>> found, String term) {
        JsonArray expected = results.getAsJsonObject(method).getAsJsonArray(term);
        assertEquals(STEPS, expected.size());
        assertEquals(STEPS, found.get(term).size());
        for (int t = 0; t < STEPS; t++) {
            double value = expected.get(t).getAsDouble();
            assertEquals(value, found.get(term).get(t), TOLERANCE * Math.abs(value), method + " " + term + " at " + t);
        }
    }

    /** The terms of each step, before it moves. */
    static Map<String, List<Double>> run(Objective objective, IntFunction<Batch> batches) {
        Map<String, List<Double>> losses = new HashMap<>();
        List<Moves> players = objective.players().stream().map(Moves::new).toList();
        for (int t = 0; t < STEPS; t++) {
            try (PointerScope scope = new PointerScope()) {
                Batch batch = batches.apply(t);
                for (Turn turn : objective.turns()) {
                    var terms = objective.evaluate(turn.name(), batch);
                    terms.parts().forEach((name, value) -> losses.computeIfAbsent(name, n -> new ArrayList<>())
                            .add((double) value.item_float()));
                    List<Moves> movers = players.stream().filter(p -> turn.players().contains(p.player.name()))
                            .toList();
                    List<TensorVector> gradients = movers.stream()
                            .map(m -> m.gradient(terms.term(turn.loss().orElse(m.player.loss())))).toList();
                    for (int i = 0; i < movers.size(); i++) {
                        movers.get(i).step(gradients.get(i));
                    }
                }
            }
        }
        return losses;
    }

    Tensor part(String name, int t, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return AbstractTensor.create(floats(arrays.get(name).values(), t * size, size), shape);
    }

    static float[] floats(double[] values, int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) values[from + i];
        }
        return floats;
    }

    /** The stored values of all weights of a network, which stand by its name and their place. */
    List<float[]> weights(Network network) {
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < network.weights().size(); i++) {
            double[] stored = arrays.get(network.name() + "." + i).values();
            values.add(floats(stored, 0, stored.length));
        }
        return values;
    }

    record Stage(int in, int out, Function function) {
    }

    static Stage dense(int in, int out, Function function) {
        return new Stage(in, out, function);
    }

    /** A chain of dense layers with the stored weights of that name. */
    TensorNetwork network(String name, int[] input, Stage... chain) {
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

    Vae vae() {
        return Vae.of(network("encoder", new int[] {1, 8, 8}, dense(64, 32, Function.RELU)),
                network("mean", new int[] {32}, dense(32, 5, null)),
                network("logvar", new int[] {32}, dense(32, 5, null)),
                network("decoder", new int[] {5}, dense(5, 32, Function.RELU), dense(32, 64, null)));
    }
}

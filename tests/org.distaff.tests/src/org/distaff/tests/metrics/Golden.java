package org.distaff.tests.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Codes with the scores that a reference gave them: the unmodified metric functions of disentanglement_lib (commit
 * 86a644d, 2020-08-26, Locatello et al. 2019) under numpy 2.4.6, scipy 1.17.1 and scikit-learn 1.9.1. Cases {@code s_*}
 * have factors of 4, 3, 5, 2 values, cases {@code d_*} of 3, 6, 40, 32, 32 values.
 */
record Golden(String name, Map<String, NpyArray> arrays, JsonObject json) {

    /** Cases that every metric is held against. */
    static final String[] CASES = {"s_identity", "s_rot", "s_tanhmix", "s_noisyperm", "s_collapsed", "s_dup",
        "s_dupnoisy", "s_wide64", "d_identity", "d_rot", "d_tanhmix", "d_noisyperm", "d_collapsed", "d_vaelike",
        "d_wide64", "d_full"};

    private static final Map<String, Golden> LOADED = new ConcurrentHashMap<>();
    private static final Map<String, Representation> REPRESENTATIONS = new ConcurrentHashMap<>();

    /** The cases for which the reference has that block and did not raise in it. */
    static Stream<String> casesWith(String... path) {
        return Arrays.stream(CASES).filter(name -> load(name).has(path));
    }

    /** The cases that ship that array. */
    static Stream<String> casesWithArray(String array) {
        return Arrays.stream(CASES).filter(name -> load(name).arrays().containsKey(array));
    }

    static Golden load(String name) {
        return LOADED.computeIfAbsent(name, Golden::read);
    }

    private static Golden read(String name) {
        try (InputStream json = Golden.class.getResourceAsStream("golden/" + name + ".json")) {
            return new Golden(name, arrays(name), JsonParser
                    .parseReader(new InputStreamReader(json, StandardCharsets.UTF_8)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arrays of a case; none when it has only numbers. */
    private static Map<String, NpyArray> arrays(String name) throws IOException {
        try (InputStream npz = Golden.class.getResourceAsStream("golden/" + name + ".npz")) {
            if (npz == null) {
                return Map.of();
            }
            Path copy = Files.createTempFile("golden", ".npz");
            try {
                Files.copy(npz, copy, StandardCopyOption.REPLACE_EXISTING);
                return NumpyFile.archive(copy);
            } finally {
                Files.delete(copy);
            }
        }
    }

    /** The training points; the same object every time, so that tests share what is derived from it. */
    Representation train() {
        return REPRESENTATIONS.computeIfAbsent(name + "/train", n -> representation("mus_train", "ys_train"));
    }

    /** The test points; the same object every time. */
    Representation test() {
        return REPRESENTATIONS.computeIfAbsent(name + "/test", n -> representation("mus_test", "ys_test"));
    }

    /** The case as {@code distaff score} sees it: a training table and a test table. */
    Scores score(Metric metric, Map<String, ?> parameters) {
        return score(metric, parameters, train(), test());
    }

    static Scores score(Metric metric, Map<String, ?> parameters, Representation train, Representation test) {
        Points points = new Points(new CodeTable(train), test, 0);
        return metric.evaluate(new Evaluation(points, Parameters.of(metric, parameters), 1), Progress.NONE);
    }

    private Representation representation(String codes, String factors) {
        NpyArray z = arrays.get(codes);
        int[] y = IntStream.range(0, arrays.get(factors).values().length)
                .map(i -> (int) arrays.get(factors).values()[i]).toArray();
        return new Representation(space(), z.shape()[1], z.values(), y);
    }

    FactorSpace space() {
        int[] sizes = json.has("factor_sizes")
                ? json.getAsJsonArray("factor_sizes").asList().stream().mapToInt(JsonElement::getAsInt).toArray()
                : name.startsWith("d_") || name.startsWith("bench") ? new int[] {3, 6, 40, 32, 32}
                        : new int[] {4, 3, 5, 2};
        return space(sizes);
    }

    static FactorSpace space(int... sizes) {
        return new FactorSpace(IntStream.range(0, sizes.length)
                .mapToObj(k -> new Factor("factor" + k, sizes[k], FactorKind.ORDINAL)).toList());
    }

    /** Whether the reference has that block and did not raise in it. */
    boolean has(String... path) {
        JsonElement at = json;
        for (String key : path) {
            if (!at.getAsJsonObject().has(key)) {
                return false;
            }
            at = at.getAsJsonObject().get(key);
        }
        return !at.isJsonObject() || !at.getAsJsonObject().has("error");
    }

    JsonElement at(String... path) {
        JsonElement at = json;
        for (String key : path) {
            at = at.getAsJsonObject().get(key);
        }
        return at;
    }

    /** A number; the reference's NaN and Infinity included. */
    double number(String... path) {
        return number(at(path));
    }

    double[] vector(String... path) {
        return vector(at(path).getAsJsonArray());
    }

    double[][] matrix(String... path) {
        return at(path).getAsJsonArray().asList().stream().map(r -> vector(r.getAsJsonArray()))
                .toArray(double[][]::new);
    }

    private static double[] vector(JsonArray array) {
        return array.asList().stream().mapToDouble(Golden::number).toArray();
    }

    private static double number(JsonElement element) {
        return switch (element.getAsString()) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> element.getAsDouble();
        };
    }
}

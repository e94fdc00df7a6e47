package org.distaff.tests.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A case of the reference implementation, disentanglement_lib at commit 86a644d, run unmodified under numpy 2.4.6, scipy 1.17.1
 * and scikit-learn 1.9.1: its inputs and what it answered.
 */
record Golden(String name, Map<String, NpyArray> arrays, JsonObject json) {

    /** Small spaces (4, 3, 5, 2) and dSprites' own. */
    private static final List<String> NAMES = List.of("s_identity", "s_rot", "s_tanhmix", "s_noisyperm", "s_collapsed", "s_dup",
            "s_dupnoisy", "s_wide64", "d_identity", "d_rot", "d_tanhmix", "d_noisyperm", "d_collapsed", "d_wide64",
            "d_vaelike", "d_full");

    static Stream<Golden> all() {
        return NAMES.stream().map(Golden::load);
    }

    static Golden load(String name) {
        try (InputStream json = Golden.class.getResourceAsStream("golden/" + name + ".json");
                InputStream npz = Golden.class.getResourceAsStream("golden/" + name + ".npz")) {
            Path file = Files.createTempFile(name, ".npz");
            try {
                Files.write(file, npz.readAllBytes());
                JsonObject parsed = JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8))
                        .getAsJsonObject();
                return new Golden(name, NumpyFile.archive(file), parsed);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FactorSpace space() {
        List<Factor> factors = new ArrayList<>();
        for (JsonElement size : json.getAsJsonArray("factor_sizes")) {
            factors.add(new Factor("factor" + factors.size(), size.getAsInt(), FactorKind.ORDINAL));
        }
        return new FactorSpace(factors);
    }

    Representation train() {
        return points("train");
    }

    Representation test() {
        return points("test");
    }

    private Representation points(String set) {
        NpyArray codes = arrays.get("mus_" + set);
        int[] factors = Arrays.stream(arrays.get("ys_" + set).values()).mapToInt(v -> (int) v).toArray();
        return new Representation(space(), codes.shape()[1], codes.values(), factors);
    }

    /** Runs a metric at its defaults on this case's training and test points, as the command line does for tables. */
    Scores score(Metric metric) {
        return score(metric, train(), test());
    }

    static Scores score(Metric metric, Representation train, Representation test) {
        Points points = new Points(new CodeTable(train), test, 0);
        return metric.evaluate(new Evaluation(points, Parameters.defaults(metric), 2), Progress.NONE);
    }

    /** A number of the reference, by its path of keys. */
    double number(String... path) {
        return element(path).getAsDouble();
    }

    JsonElement element(String... path) {
        JsonElement element = json;
        for (String key : path) {
            element = element.getAsJsonObject().get(key);
        }
        return element;
    }

    boolean has(String... path) {
        JsonElement element = json;
        for (String key : path) {
            if (element == null || !element.isJsonObject() || !element.getAsJsonObject().has(key)) {
                return false;
            }
            element = element.getAsJsonObject().get(key);
        }
        return element != null && !element.isJsonNull();
    }

    static double[] row(JsonElement array) {
        double[] values = new double[array.getAsJsonArray().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getAsJsonArray().get(i).getAsDouble();
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}

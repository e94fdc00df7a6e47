package org.distaff.models.external;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.distaff.core.array.Npy;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.TrainingContext;
import org.distaff.models.draw.DrawnObservations;

import com.google.gson.GsonBuilder;

/** What the command is asked: request.json and the arrays beside it. */
final class Request {

    private static final String IMAGES = "images.npy";
    private static final String FACTORS = "factors.npy";

    private Request() {
    }

    static List<Path> data(Path folder) {
        return List.of(folder.resolve(IMAGES), folder.resolve(FACTORS));
    }

    static Path write(TrainingContext context) throws IOException {
        Path folder = context.folder().toAbsolutePath();
        Dataset dataset = context.dataset();
        ObservationShape shape = dataset.observation();
        int count = context.parameters().integer("observations");
        DrawnObservations drawn = DrawnObservations.of(context, count, "external/observations");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(IMAGES)))) {
            Npy.write(out, drawn.values(), count, shape.channels(), shape.height(), shape.width());
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FACTORS)))) {
            Npy.write(out, drawn.rows(), count, dataset.factors().count());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", context.seed());
        document.put("steps", context.settings().steps());
        document.put("batch", context.settings().batch());
        document.put("learningRate", context.settings().learningRate());
        document.put("threads", context.threads());
        document.put("device", context.device());
        document.put("options", context.parameters().text("options"));
        document.put("factors", dataset.factors().factors().stream().map(f -> Map.of("name", f.name(), "size", f.size(),
                "kind", f.kind().name().toLowerCase(Locale.ROOT))).toList());
        document.put("observation",
                Map.of("channels", shape.channels(), "height", shape.height(), "width", shape.width()));
        document.put("digest", dataset.digest());
        document.put("images", folder.resolve(IMAGES).toString());
        document.put("factorValues", folder.resolve(FACTORS).toString());
        document.put("folder", folder.toString());
        Path request = folder.resolve("request.json");
        Files.writeString(request, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(document)
                + "\n", StandardCharsets.UTF_8);
        return request;
    }
}

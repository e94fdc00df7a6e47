package org.distaff.training.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.array.NpzWriter;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.objective.Pictures;

/**
 * What models make of some observations while they learn: after 10, 100, 1,000, … steps and after the last one, in
 * {@code pictures/step-000100.npz} of each one's folder. Pixels are uint8: {@code observations} and
 * {@code reconstructions} are [8, C, H, W]; {@code traversal} is [latents, values, C, H, W], the first observation's
 * code with one latent at a time set to each of {@code values} (float32), of the first 32 latents at most. Training
 * never notices: observations come from a stream of their own, and the objective is asked without gradients and in
 * evaluation mode. Only of image data sets.
 */
final class PictureLog {

    private static final int OBSERVATIONS = 8;
    private static final int MOST_LATENTS = 32;
    private static final float[] VALUES = {-2, -1.5f, -1, -0.5f, 0, 0.5f, 1, 1.5f, 2};
    private static final double WHITE = 255;

    /** Bytes of one model. */
    record Sheet(byte[] observations, byte[] reconstructions, byte[] traversal) {
    }

    private final List<TrainingContext> contexts;
    private final Optional<Pictures> pictures;
    private final Device device;
    private final ObservationShape shape;

    PictureLog(List<TrainingContext> contexts, Optional<Pictures> pictures, Device device) {
        Dataset dataset = contexts.get(0).dataset();
        this.contexts = contexts;
        this.pictures = dataset.kind() == ObservationKind.IMAGE ? pictures : Optional.empty();
        this.device = device;
        this.shape = dataset.observation();
    }

    /** Whether a step is one of those: a multiple of ten, or the last. */
    boolean due(long step) {
        long power = step;
        while (power >= 10 && power % 10 == 0) {
            power /= 10;
        }
        return pictures.isPresent() && (step == contexts.get(0).settings().steps() || step > 1 && power == 1);
    }

    /** Takes away what a model has shown that came to nothing. */
    void delete(int model) throws IOException {
        Path folder = contexts.get(model).folder().resolve("pictures");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Asks the objective. */
    List<Sheet> draw() {
        List<Sheet> sheets = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            Tensor images = observations();
            Tensor codes = pictures.orElseThrow().encode().apply(images);
            Tensor reconstructions = pictures.orElseThrow().decode().apply(codes);
            Tensor traversal = pictures.orElseThrow().decode().apply(walks(codes));
            for (int m = 0; m < contexts.size(); m++) {
                sheets.add(new Sheet(bytes(images, m), bytes(reconstructions, m), bytes(traversal, m)));
            }
        }
        return sheets;
    }

    /** The same at every step, drawn anew because they are rarely needed. */
    private Tensor observations() {
        BatchPart part = BatchPart.images(contexts.size(), OBSERVATIONS, shape);
        for (int m = 0; m < contexts.size(); m++) {
            Dataset dataset = contexts.get(m).dataset();
            RandomGenerator random = RandomStreams.derive(contexts.get(m).seed(), "training/pictures");
            dataset.observe(dataset.training().draw(OBSERVATIONS, random), random,
                    part.of(m, contexts.size()).asFloatBuffer());
        }
        return part.tensor(device).clone(); // the part's memory goes with it
    }

    /** [..., latents × values, D]. */
    private static Tensor walks(Tensor codes) {
        int latents = (int) codes.size(-1);
        int rows = Math.min(latents, MOST_LATENTS);
        float[] kept = new float[rows * VALUES.length * latents];
        float[] set = new float[kept.length];
        Arrays.fill(kept, 1);
        for (int i = 0; i < rows * VALUES.length; i++) {
            int at = i * latents + i / VALUES.length;
            kept[at] = 0;
            set[at] = VALUES[i % VALUES.length];
        }
        long[] size = {(long) rows * VALUES.length, latents};
        return codes.narrow(-2, 0, 1).mul(AbstractTensor.create(kept, size).to(codes.device(), codes.scalar_type()))
                .add(AbstractTensor.create(set, size).to(codes.device(), codes.scalar_type()));
    }

    private byte[] bytes(Tensor images, int model) {
        Tensor own = contexts.size() == 1 ? images : images.select(0, model);
        Tensor levels = own.clamp(new ScalarOptional(new Scalar(0.0)), new ScalarOptional(new Scalar(1.0)))
                .mul(new Scalar(WHITE)).round().cpu().to(torch.ScalarType.Byte).contiguous();
        byte[] bytes = new byte[Math.toIntExact(levels.numel())];
        new BytePointer(levels.data_ptr()).get(bytes);
        return bytes;
    }

    /** Writes each model's sheet, whole or not at all. */
    void write(long step, List<Sheet> sheets) throws IOException {
        int c = shape.channels();
        int h = shape.height();
        int w = shape.width();
        for (int m = 0; m < contexts.size(); m++) {
            Sheet sheet = sheets.get(m);
            Path fresh = contexts.get(m).folder().resolve("pictures.tmp");
            try (NpzWriter out = new NpzWriter(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                out.add("observations", sheet.observations, OBSERVATIONS, c, h, w);
                out.add("reconstructions", sheet.reconstructions, OBSERVATIONS, c, h, w);
                out.add("traversal", sheet.traversal, sheet.traversal.length / (VALUES.length * shape.values()),
                        VALUES.length, c, h, w);
                out.add("values", VALUES, VALUES.length);
            }
            Path folder = Files.createDirectories(contexts.get(m).folder().resolve("pictures"));
            Files.move(fresh, folder.resolve(String.format(Locale.ROOT, "step-%06d.npz", step)),
                    StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

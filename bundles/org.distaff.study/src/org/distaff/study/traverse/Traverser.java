package org.distaff.study.traverse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.random.RandomStreams;
import org.distaff.core.registry.Contributions;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/** Decodes traversals of one trained model; keeps its session open until closed. Not thread-safe. */
public final class Traverser implements AutoCloseable {

    private static final Execution CPU = new Execution("cpu", 1);
    /** Observations that the KL of each latent is averaged over. */
    private static final int KL_POINTS = 500;
    /** Codes of observations offered to start from. */
    private static final int STARTS = 9;

    private final Decoder decoder;
    private final double[] kl;
    private final List<Integer> order;
    private final float[][] starts;

    private Traverser(Decoder decoder, double[] kl, float[][] starts) {
        this.decoder = decoder;
        this.kl = kl;
        this.starts = starts;
        this.order = IntStream.range(0, kl.length).boxed()
                .sorted(Comparator.comparingDouble((Integer d) -> -kl[d]).thenComparing(d -> d)).toList();
    }

    /** For a finished cell: KL per latent and the start codes come from its own data set. */
    public static Traverser open(StoredCell cell, Contributions contributions) {
        return open(ModelCards.in(cell.folder()), cell.cell().dataset().open(contributions));
    }

    /** For files alone: latents in their own order, starting from the prior mean. */
    public static Traverser open(TrainedModel model) {
        Decoder decoder = decoder(model);
        int latents = model.card().latents();
        return new Traverser(decoder, new double[latents], new float[1][latents]);
    }

    /** For a model and a data set it fits: KL per latent and start codes come from the data set. */
    public static Traverser open(TrainedModel model, Dataset dataset) {
        if (model.encoder() == null) {
            return open(model);
        }
        Decoder decoder = decoder(model); // told first: without one the rest is for nothing
        int latents = model.card().latents();
        float[] mean = new float[KL_POINTS * latents];
        float[] logVariance = model.card().logVarianceOutput() == null ? null : new float[KL_POINTS * latents];
        encode(model, dataset, mean, logVariance);
        double[] kl = new double[latents];
        for (int i = 0; i < mean.length; i++) {
            double variance = logVariance == null ? 1 : Math.exp(logVariance[i]);
            double rest = logVariance == null ? 0 : variance - logVariance[i] - 1;
            kl[i % latents] += 0.5 * ((double) mean[i] * mean[i] + rest) / KL_POINTS;
        }
        float[][] starts = new float[1 + STARTS][latents];
        for (int s = 0; s < STARTS; s++) {
            System.arraycopy(mean, s * latents, starts[s + 1], 0, latents);
        }
        return new Traverser(decoder, kl, starts);
    }

    /** Opens a cell's folder in a store, or a folder with encoder.onnx, decoder.onnx and model.json. */
    public static Traverser open(Path folder, Contributions contributions) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw Problem.input("There is no folder " + folder + "; name a cell's folder in a store.");
        }
        Path cells = absolute.getParent() == null ? null : absolute.getParent().getParent();
        if (Files.exists(absolute.resolve("cell.json")) && cells != null && cells.getParent() != null) {
            for (StoredCell cell : Store.open(cells.getParent()).cells()) {
                if (cell.folder().toAbsolutePath().normalize().equals(absolute)) {
                    return open(cell, contributions);
                }
            }
        }
        return open(ModelCards.in(absolute));
    }

    private static Decoder decoder(TrainedModel model) {
        Path file = model.decoderFile().orElseThrow(() -> Problem.input("The model '" + model.card().name()
                + "' has no decoder, so it cannot be traversed."));
        return Decoder.open(file, model.card(), CPU);
    }

    private static void encode(TrainedModel model, Dataset dataset, float[] mean, float[] logVariance) {
        if (!dataset.observation().equals(model.card().observation())) {
            throw Problem.input("The encoder takes observations of " + model.card().observation()
                    + ", but the data set has " + dataset.observation() + ".");
        }
        RandomGenerator random = RandomStreams.derive(0, "traversal");
        FloatBuffer observations = ByteBuffer
                .allocateDirect(KL_POINTS * dataset.observation().values() * Float.BYTES)
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        dataset.observe(Dataset.sample(dataset, KL_POINTS, random), random, observations);
        try (Encoder encoder = Encoder.open(model.encoder(), model.card(), CPU)) {
            encoder.encode(observations.clear(), KL_POINTS, mean, logVariance);
        }
    }

    public ModelCard card() {
        return decoder.card();
    }

    /** Codes to start from, {@code n × D}: the prior mean 0 first, then those of some observations. */
    public float[][] starts() {
        return starts;
    }

    /** Latents by KL, most informative first. */
    public List<Integer> order() {
        return order;
    }

    /** KL of each latent in nats, by latent index; zeros when there was nothing to measure it on. */
    public double[] kl() {
        return kl;
    }

    /** Decodes one code of D values into C·H·W values in [0, 1]. */
    public float[] decode(float[] code) {
        float[] image = new float[card().observation().values()];
        decoder.decode(code, 1, image);
        return image;
    }

    /** Walks every latent from −range to +range in that many steps around a start code. */
    public Traversal traverse(float[] centre, double range, int steps) {
        int latents = card().latents();
        float[] values = new float[steps];
        for (int s = 0; s < steps; s++) {
            values[s] = steps == 1 ? 0 : (float) (-range + 2 * range * s / (steps - 1));
        }
        float[] codes = new float[latents * steps * latents];
        for (int position = 0; position < latents; position++) {
            for (int s = 0; s < steps; s++) {
                int at = (position * steps + s) * latents;
                System.arraycopy(centre, 0, codes, at, latents);
                codes[at + order.get(position)] = values[s];
            }
        }
        int pixels = card().observation().values();
        float[] decoded = new float[latents * steps * pixels];
        decoder.decode(codes, latents * steps, decoded);
        float[][][] images = new float[latents][steps][];
        for (int i = 0; i < latents * steps; i++) {
            images[i / steps][i % steps] = java.util.Arrays.copyOfRange(decoded, i * pixels, (i + 1) * pixels);
        }
        return new Traversal(card(), order, kl, centre.clone(), values, images);
    }

    @Override
    public void close() {
        decoder.close();
    }
}

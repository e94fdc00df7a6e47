package org.distaff.onnx.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;

/**
 * An encoder as a batched function from observations to posterior means and log-variances. Safe to use from several threads;
 * memory is bounded by the batch, however many points are encoded.
 */
public final class Encoder implements AutoCloseable {

    private final ModelCard card;
    private final Session session;
    private final Execution execution;

    private Encoder(ModelCard card, Session session, Execution execution) {
        this.card = card;
        this.session = session;
        this.execution = execution;
    }

    /**
     * Opens an encoder file.
     *
     * @throws Problem (input) when the file is no model, or has not what the card names
     */
    public static Encoder open(Path onnx, ModelCard card, Execution execution) {
        if (card.encoderInput() == null || card.meanOutput() == null) {
            throw Problem.input(onnx + " is no encoder by its model card: encoderInput and meanOutput are missing.");
        }
        Set<String> outputs = new HashSet<>(Set.of(card.meanOutput()));
        if (card.logVarianceOutput() != null) {
            outputs.add(card.logVarianceOutput());
        }
        Session session = Session.open(onnx, card.encoderInput(), outputs, card.observation().values(), execution);
        return new Encoder(card, session, execution);
    }

    public ModelCard card() {
        return card;
    }

    /**
     * @param observations {@code count × C × H × W} values in [0, 1] from its position on, which stays; direct buffers are
     *                     not copied
     * @param mean         receives {@code count × D} means
     * @param logVariance  receives {@code count × D} values of ln σ², or {@code null} when not wanted
     * @throws Problem (input) when log-variances are wanted of a deterministic encoder
     */
    public void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance) {
        if (logVariance != null && card.logVarianceOutput() == null) {
            throw Problem.input("The encoder of '" + card.name() + "' is deterministic: it has no log-variance.");
        }
        Map<String, float[]> outputs = Session.outputs(card.meanOutput(), mean, card.logVarianceOutput(), logVariance);
        int values = card.observation().values();
        int batch = session.batch(execution.batch());
        boolean plain = card.imageMinimum() == 0 && card.imageMaximum() == 1 && observations.isDirect();
        for (int done = 0; done < count; done += batch) {
            int used = Math.min(batch, count - done);
            boolean padded = used < batch && session.batch(0) == batch;
            FloatBuffer part = observations.slice(observations.position() + done * values, used * values);
            session.run(plain && !padded ? part : prepared(part, (padded ? batch : used) * values),
                    padded ? batch : used, outputs, used, done);
        }
    }

    /** A direct copy in the encoder's own image range, padded with black. */
    private FloatBuffer prepared(FloatBuffer part, int length) {
        FloatBuffer copy = ByteBuffer.allocateDirect(length * Float.BYTES).order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float scale = (float) (card.imageMaximum() - card.imageMinimum());
        float low = (float) card.imageMinimum();
        for (int i = 0; i < part.remaining(); i++) {
            copy.put(i, low + scale * part.get(i));
        }
        return copy;
    }

    @Override
    public void close() {
        session.close();
    }
}

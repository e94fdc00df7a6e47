package org.distaff.onnx.session;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;

/**
 * An encoder as a batched function from observations to posterior means and log-variances. Safe to use from several threads at
 * once, each call having buffers of its own; memory is bounded by the batch, however many points are encoded.
 */
public final class Encoder implements AutoCloseable {

    private final ModelCard card;
    private final Session session;
    private final Execution execution;

    private Encoder(ModelCard card, Session session, Execution execution) {
        this.card = card;
        this.execution = execution;
        this.session = session;
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
        List<String> outputs = new ArrayList<>(List.of(card.meanOutput()));
        if (card.logVarianceOutput() != null) {
            outputs.add(card.logVarianceOutput());
        }
        ObservationShape shape = card.observation();
        int[] lengths = {shape.channels(), shape.height(), shape.width()};
        return new Encoder(card, Session.open(onnx, card.encoderInput(), lengths, outputs, execution), execution);
    }

    /** How it is executed. */
    public Execution execution() {
        return execution;
    }

    public ModelCard card() {
        return card;
    }

    /**
     * @param observations {@code count × C × H × W} values in [0, 1] from its position on, which stays; direct buffers in
     *                     native byte order are not copied when the encoder's image range is [0, 1]
     * @param mean         receives {@code count × D} means
     * @param logVariance  receives {@code count × D} values of ln σ², or {@code null} when not wanted
     * @throws Problem (input) when log-variances are wanted of a deterministic encoder
     */
    public void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance) {
        if (logVariance != null && card.logVarianceOutput() == null) {
            throw Problem.input("The encoder of '" + card.name() + "' is deterministic: it has no log-variance.");
        }
        Map<String, Session.Destination> outputs = new HashMap<>();
        outputs.put(card.meanOutput(), new Session.Destination(mean, card.latents()));
        if (logVariance != null) {
            outputs.put(card.logVarianceOutput(), new Session.Destination(logVariance, card.latents()));
        }
        boolean plain = card.imageMinimum() == 0 && card.imageMaximum() == 1 && observations.isDirect()
                && observations.order() == ByteOrder.nativeOrder();
        int values = card.observation().values();
        for (int done = 0; done < count; done += session.batch()) {
            int used = Math.min(session.batch(), count - done);
            int size = session.padded(used);
            FloatBuffer part = observations.slice(observations.position() + done * values, used * values);
            if (plain && size == used) {
                session.run(part, size, outputs, used, done);
            } else {
                FloatBuffer copy = session.buffer(size);
                copyInto(copy, part, size * values);
                session.run(copy, size, outputs, used, done);
                session.release(copy);
            }
        }
    }

    /** Copies observations in the encoder's own image range and fills up with black. */
    private void copyInto(FloatBuffer copy, FloatBuffer part, int length) {
        float low = (float) card.imageMinimum();
        float scale = (float) (card.imageMaximum() - card.imageMinimum());
        int given = part.remaining();
        for (int i = 0; i < length; i++) {
            copy.put(i, i < given ? low + scale * part.get(i) : low);
        }
        copy.limit(length);
    }

    @Override
    public void close() {
        session.close();
    }
}

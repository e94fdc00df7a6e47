package org.distaff.onnx.session;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;

/**
 * A decoder as a batched function from latents to images in [0, 1]. Safe to use from several threads at once, each call having
 * buffers of its own; memory is bounded by the batch, however many points are decoded.
 */
public final class Decoder implements AutoCloseable {

    private final ModelCard card;
    private final Session session;

    private Decoder(ModelCard card, Session session) {
        this.card = card;
        this.session = session;
    }

    /**
     * Opens a decoder file.
     *
     * @throws Problem (input) when the file is no model, or has not what the card names
     */
    public static Decoder open(Path onnx, ModelCard card, Execution execution) {
        if (card.decoderInput() == null || card.decoderOutput() == null) {
            throw Problem.input(onnx + " is no decoder by its model card: decoderInput and decoderOutput are missing.");
        }
        return new Decoder(card, Session.open(onnx, card.decoderInput(), new int[] {card.latents()},
                List.of(card.decoderOutput()), execution));
    }

    public ModelCard card() {
        return card;
    }

    /**
     * @param latents {@code count × D} values
     * @param images  receives {@code count × C × H × W} values in [0, 1]; logits are squashed, other ranges mapped, and
     *                what lies outside is clipped
     */
    public void decode(float[] latents, int count, float[] images) {
        int values = card.observation().values();
        Map<String, Session.Destination> outputs = Map.of(card.decoderOutput(), new Session.Destination(images, values));
        int d = card.latents();
        for (int done = 0; done < count; done += session.batch()) {
            int used = Math.min(session.batch(), count - done);
            int size = session.padded(used);
            FloatBuffer part = session.buffer(size);
            part.put(latents, done * d, used * d);
            while (part.position() < size * d) {
                part.put(0);
            }
            session.run(part.flip(), size, outputs, used, done);
            session.release(part);
        }
        toImages(images, count * values);
    }

    private void toImages(float[] values, int count) {
        switch (card.distribution()) {
            case BERNOULLI_LOGITS -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (float) (1 / (1 + Math.exp(-values[i])));
                }
            }
            case BERNOULLI -> stretch(values, count, 0, 1);
            case GAUSSIAN -> stretch(values, count, (float) card.imageMinimum(),
                    (float) (card.imageMaximum() - card.imageMinimum()));
        }
    }

    private static void stretch(float[] values, int count, float low, float scale) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.clamp((values[i] - low) / scale, 0f, 1f);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}

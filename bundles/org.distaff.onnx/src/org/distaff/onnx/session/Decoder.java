package org.distaff.onnx.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;

/** A decoder as a batched function from latents to images in [0, 1]. Safe to use from several threads. */
public final class Decoder implements AutoCloseable {

    private final ModelCard card;
    private final Session session;
    private final Execution execution;

    private Decoder(ModelCard card, Session session, Execution execution) {
        this.card = card;
        this.session = session;
        this.execution = execution;
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
        Session session = Session.open(onnx, card.decoderInput(), Set.of(card.decoderOutput()), card.latents(),
                execution);
        return new Decoder(card, session, execution);
    }

    public ModelCard card() {
        return card;
    }

    /**
     * @param latents {@code count × D} values
     * @param images  receives {@code count × C × H × W} values in [0, 1]; logits are squashed, other ranges mapped and
     *                clipped
     */
    public void decode(float[] latents, int count, float[] images) {
        Map<String, float[]> outputs = Map.of(card.decoderOutput(), images);
        int d = card.latents();
        int batch = session.batch(execution.batch());
        for (int done = 0; done < count; done += batch) {
            int used = Math.min(batch, count - done);
            int size = session.batch(0) == batch ? batch : used;
            FloatBuffer part = ByteBuffer.allocateDirect(size * d * Float.BYTES).order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            part.put(latents, done * d, used * d).clear();
            session.run(part, size, outputs, used, done);
        }
        toImages(images, count * card.observation().values());
    }

    private void toImages(float[] values, int count) {
        if (card.distribution() == ModelCard.Distribution.BERNOULLI_LOGITS) {
            for (int i = 0; i < count; i++) {
                values[i] = (float) (1 / (1 + Math.exp(-values[i])));
            }
            return;
        }
        float low = (float) card.imageMinimum();
        float scale = (float) (card.imageMaximum() - card.imageMinimum());
        for (int i = 0; i < count; i++) {
            values[i] = Math.clamp((values[i] - low) / scale, 0f, 1f);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}

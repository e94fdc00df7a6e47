package org.distaff.study.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Points;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;

/** Trained models that look at one data set together: all draw the same observations and give posterior means. */
public final class OpenModels implements AutoCloseable {

    private final List<Runnable> closing = new ArrayList<>();
    private final List<Points> points = new ArrayList<>();

    private OpenModels() {
    }

    /**
     * Opens encoders, and decoders where there are any.
     *
     * @throws Problem (input) when a file cannot be used, or takes observations of another shape than the data set's
     */
    public static OpenModels open(List<TrainedModel> models, Dataset dataset, Execution execution, long seed) {
        OpenModels opened = new OpenModels();
        try {
            models.forEach(model -> opened.add(model, dataset, execution, seed));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void add(TrainedModel model, Dataset dataset, Execution execution, long seed) {
        Encoder encoder = Encoder.open(model.encoder(), model.card(), execution);
        closing.add(encoder::close);
        Decoder decoder = null;
        if (model.decoder() != null) {
            decoder = Decoder.open(model.decoder(), model.card(), execution);
            closing.add(decoder::close);
        }
        Dataset seen = FactorObservations.seenBy(model.card(), dataset);
        points.add(new Points(new EncoderSource(seen, encoder, false), seed)
                .with(new OnnxAutoencoder(encoder, decoder, OnnxAutoencoder.of(seen))));
    }

    /** The points of each model, in the order given. */
    public List<Points> points() {
        return List.copyOf(points);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}

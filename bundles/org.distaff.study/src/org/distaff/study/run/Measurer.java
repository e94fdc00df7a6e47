package org.distaff.study.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

import org.distaff.core.data.Dataset;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.progress.Progress;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;
import org.distaff.study.evaluate.EncoderSource;
import org.distaff.study.evaluate.Evaluator;
import org.distaff.study.evaluate.FactorObservations;
import org.distaff.study.evaluate.MetricRequest;
import org.distaff.study.evaluate.OnnxAutoencoder;

/** Measures a trained model on its data set. */
public interface Measurer {

    /** Seed of all evaluations: every model of a study is measured with the same points. */
    long SEED = 0;

    /**
     * @param modelFolder folder that holds encoder.onnx and model.json
     * @param results     takes each metric's id and scores as soon as they are there
     * @throws org.distaff.core.failure.Problem in the end, when metrics could not be measured
     */
    void measure(Path modelFolder, Dataset dataset, List<MetricRequest> requests, Execution execution,
            Progress progress, BiConsumer<String, Scores> results);

    /** Encodes with ONNX Runtime; the representation is the posterior mean. */
    Measurer ONNX = (modelFolder, dataset, requests, execution, progress, results) -> {
        TrainedModel model = ModelCards.in(modelFolder);
        try (Encoder encoder = Encoder.open(model.encoder(), model.card(), execution);
                Decoder decoder = model.decoder() == null ? null
                        : Decoder.open(model.decoder(), model.card(), execution)) {
            Dataset seen = FactorObservations.seenBy(model.card(), dataset);
            Points points = new Points(new EncoderSource(seen, encoder, false), SEED)
                    .with(new OnnxAutoencoder(encoder, decoder, OnnxAutoencoder.of(seen)));
            Evaluator.evaluate(requests, points, execution.threads(), progress, results);
        }
    };
}

package org.distaff.study.run;

import java.nio.file.Path;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.session.Execution;
import org.distaff.study.evaluate.ComparisonRequest;
import org.distaff.study.evaluate.Evaluator;
import org.distaff.study.evaluate.OpenModels;

/** Compares trained models of one data set. */
public interface GroupMeasurer {

    /**
     * @param modelFolders folders that hold encoder.onnx, perhaps decoder.onnx, and model.json; at least two
     * @return scores of each model, in the order of the folders
     */
    List<Scores> compare(List<Path> modelFolders, Dataset dataset, ComparisonRequest request, Execution execution,
            Progress progress);

    /** Encodes and decodes with ONNX Runtime; the points are those of {@link Measurer#SEED}. */
    GroupMeasurer ONNX = (modelFolders, dataset, request, execution, progress) -> {
        try (OpenModels models = OpenModels.open(modelFolders.stream().map(ModelCards::in).toList(), dataset,
                execution, Measurer.SEED)) {
            return Evaluator.compare(request, models.points(), execution.threads(), progress);
        }
    };
}

package org.distaff.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.cli.output.ComparisonDocument;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.metric.Scores;
import org.distaff.onnx.session.Execution;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.evaluate.ComparisonRequest;
import org.distaff.study.evaluate.ComparisonSelection;
import org.distaff.study.evaluate.Evaluator;
import org.distaff.study.evaluate.OpenModels;

/** {@code distaff compare}: measures that hold several trained models against each other. */
public final class CompareCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("compare", "Compare trained models")
                .summary("Measures how far trained models of one data set agree with each other")
                .help("""
                        A model is an encoder file, or the folder of a cell in a store (STORE/cells/ab/ID). The \
                        decoder is the file beside the encoder that is named like it: x-encoder.onnx has \
                        x-decoder.onnx. Cells know their data set; encoder files need --dataset with the id of an \
                        installed one, which is opened in the encoders' resolution. No factor of it is looked at.

                        What compares models is marked in the list that distaff list metrics prints.""")
                .parameter(Parameter.list("encoder").meaning("encoder as ONNX file, or folder of a cell").mandatory()
                        .byPosition())
                .parameter(Parameter.text("dataset", null).meaning("id of a data set; that of the cells by default"))
                .parameter(Parameter.text("metrics", "udr")
                        .meaning("ids of what compares models, separated by commas, or 'all'"))
                .parameter(MetricOptions.PARAMETERS)
                .parameter(MetricOptions.SEED)
                .parameter(EngineOptions.DEVICE)
                .parameter(MetricOptions.JSON);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Parameters options = invocation.parameters();
        Optional<String> datasetId = options.optional("dataset");
        Assignments assignments = Assignments.parse(options.list("parameters"));
        List<ComparisonRequest> requests = ComparisonSelection.parse(options.text("metrics"), assignments,
                invocation.contributions());
        List<String> ids = new ArrayList<>(requests.stream().map(r -> r.comparison().describe().id()).toList());
        datasetId.ifPresent(ids::add);
        assignments.requireOnly(ids);
        Optional<String> json = MetricOptions.json(options);
        Execution execution = EngineOptions.execution(options);

        ComparedModels models = ComparedModels.of(options.list("encoder"));
        DatasetChoice dataset = models.dataset(datasetId, assignments, invocation);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", "compare");
        facts.put("models", models.facts());
        facts.put("dataset", dataset.facts());
        facts.put("seed", MetricOptions.seed(options));
        facts.put("device", execution.device());

        Map<String, List<Scores>> scores = new LinkedHashMap<>();
        try (OpenModels open = OpenModels.open(models.trained(), dataset.dataset(), execution,
                MetricOptions.seed(options))) {
            for (int i = 0; i < requests.size(); i++) {
                scores.put(requests.get(i).comparison().describe().id(), Evaluator.compare(requests.get(i),
                        open.points(), execution.threads(), invocation.progress()
                                .part((double) i / requests.size(), (i + 1.0) / requests.size())));
            }
        }
        ComparisonDocument document = new ComparisonDocument(models.names(), requests, scores, facts);
        MetricOptions.print(json, document.json(), document.table(), invocation.out());
        return ExitCode.OK;
    }
}

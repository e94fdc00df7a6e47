package org.distaff.tests.study;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.Preset;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.model.Model;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.SideBySide;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.evaluate.Evaluator;
import org.distaff.study.run.GroupMeasurer;
import org.distaff.study.run.Measurer;

/** Contributions that take no time: a data set of two pixels, a model that writes its seed, metrics that count. */
final class Fakes {

    static final AtomicInteger TRAININGS = new AtomicInteger();
    /** Sizes of the groups that were trained side by side. */
    static final Queue<Integer> GROUPS = new ConcurrentLinkedQueue<>();
    static final AtomicInteger COMPARISONS = new AtomicInteger();

    private Fakes() {
    }

    static Contributions contributions() {
        return with(new Fake());
    }

    /** The same with a metric "ill" that fails so many times. */
    static Contributions ill(AtomicInteger failures) {
        return with(new Fake(), new Ill(failures));
    }

    /** The same with a model that trains up to four side by side. */
    static Contributions together() {
        return with(new Sociable(new Fake()));
    }

    private static Contributions with(Model model, Metric... more) {
        List<Metric> metrics = new ArrayList<>(List.of(more));
        metrics.addAll(List.of(new Count("mig"), new Count("dci")));
        return new Contributions(List.of(new Data()), List.of(model), metrics, List.of(), List.of());
    }

    /** The same with comparisons: "spread", whose score is the number of models, and "broken", which always fails. */
    static Contributions comparing() {
        Contributions plain = contributions();
        return new Contributions(plain.datasets(), List.of(), plain.models(), plain.metrics(),
                List.of(new Compare("broken"), new Compare("spread")), plain.launchers(), plain.commands());
    }

    /** Compares without an encoder. */
    static final GroupMeasurer GROUP_MEASURER = (folders, dataset, request, execution, progress) -> {
        COMPARISONS.incrementAndGet();
        return request.comparison().compare(Collections.nCopies(folders.size(), null), progress);
    };

    /** Measures without an encoder: the score is the number of the seed file's characters. */
    static final Measurer MEASURER = (model, dataset, requests, execution, progress, results) -> {
        Points points = new Points(new CodeTable(new Representation(dataset.factors(), 1, new double[2], new int[2])),
                null, 0);
        Evaluator.evaluate(requests, points, 1, progress, (id, scores) -> results.accept(id,
                scores.and("undefined", Double.NaN).warning("undefined has no value")));
    };

    private record Data() implements DatasetProvider {
        @Override
        public Description describe() {
            return Description.of("data", "Data").summary("Two pixels")
                    .parameter(Parameter.choice("resolution", "64", "32").meaning("size"));
        }

        @Override
        public Dataset open(Parameters parameters) {
            String digest = "data/" + parameters.text("resolution");
            return new Dataset() {
                @Override
                public FactorSpace factors() {
                    return new FactorSpace(List.of(new Factor("a", 2, FactorKind.NOMINAL)));
                }

                @Override
                public ObservationShape observation() {
                    return new ObservationShape(1, 1, 2);
                }

                @Override
                public void observe(int[] rows, RandomGenerator nuisance, FloatBuffer target) {
                    target.put(new float[2 * rows.length]);
                }

                @Override
                public String digest() {
                    return digest;
                }
            };
        }
    }

    private record Fake() implements Model {
        @Override
        public Description describe() {
            return Description.of("fake", "Fake").summary("Writes its seed")
                    .parameter(Parameter.real("beta", 4).range(0, 100).meaning("weight"))
                    .parameter(Parameter.integer("latents", 10).range(1, 100).meaning("latents"))
                    .preset(Preset.of("paper", "As the paper has it").fixed("latents", 7).sweep("beta", 2, 8)
                            .training("steps", 50).training("batch", 32));
        }

        @Override
        public TrainedModel train(TrainingContext context) throws IOException {
            TRAININGS.incrementAndGet();
            context.progress().report(0.5, "half");
            context.progress().check();
            if (context.parameters().real("beta") == 13) {
                throw Problem.failed("Thirteen brings bad luck.", null);
            }
            if (context.parameters().real("beta") == 14 && context.seed() == 2) {
                throw Problem.failed("Seed 2 brings bad luck.", null);
            }
            var encoder = context.folder().resolve("encoder.onnx");
            Files.writeString(encoder, "encoder of seed " + context.seed());
            return new TrainedModel(encoder, null, new ModelCard("fake", 1, context.dataset().observation(), 0, 1,
                    ModelCard.Distribution.GAUSSIAN, "x", "mean", null, null, null));
        }
    }

    /** A model whose cells may differ in seed and β; it leaves beside each encoder with whom it was trained. */
    private record Sociable(Fake fake) implements Model {
        @Override
        public Description describe() {
            return fake.describe();
        }

        @Override
        public TrainedModel train(TrainingContext context) throws IOException {
            return fake.train(context);
        }

        @Override
        public Optional<SideBySide> together(TrainingContext context) {
            return Optional.of(new SideBySide("latents " + context.parameters().integer("latents"), 4, true));
        }

        @Override
        public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
            GROUPS.add(contexts.size());
            List<TrainingOutcome> outcomes = Model.super.trainTogether(contexts);
            for (TrainingContext context : contexts) {
                Files.writeString(context.folder().resolve("company.txt"), contexts.stream()
                        .map(c -> c.parameters().real("beta") + "/" + c.seed()).collect(Collectors.joining(" ")));
            }
            return outcomes;
        }
    }

    private record Count(String id) implements Metric {
        @Override
        public Description describe() {
            return Description.of(id, id).summary("Counts")
                    .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("bins"));
        }

        @Override
        public Scores evaluate(Evaluation evaluation, Progress progress) {
            return Scores.of("score", id.length());
        }
    }

    private record Ill(AtomicInteger failures) implements Metric {
        @Override
        public Description describe() {
            return Description.of("ill", "Ill").summary("Fails at first");
        }

        @Override
        public Scores evaluate(Evaluation evaluation, Progress progress) {
            if (failures.getAndDecrement() > 0) {
                throw Problem.failed("It is ill.", null);
            }
            return Scores.of("score", 1);
        }
    }

    private record Compare(String id) implements Comparison {
        @Override
        public Description describe() {
            return Description.of(id, id).summary("Counts models")
                    .parameter(Parameter.integer("points", 10).range(1, 1000).meaning("points"))
                    .score(ScoreMeaning.higher("score", 0, 1000, "number of models"));
        }

        @Override
        public List<Scores> compare(List<Evaluation> models, Progress progress) {
            if (id.equals("broken")) {
                throw Problem.failed("It is broken.", null);
            }
            return Collections.nCopies(models.size(), Scores.of("score", models.size()));
        }
    }
}

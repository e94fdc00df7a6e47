package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.cli.input.CodeFile;
import org.distaff.cli.input.FactorFile;
import org.distaff.cli.input.FactorTable;
import org.distaff.cli.input.InputFile;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;

/** {@code distaff score}: metrics of codes that were computed elsewhere. */
public final class ScoreCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("score", "Score codes")
                .summary("Measures codes that were computed elsewhere")
                .help("""
                        Codes are [points, latents] of float32 or float64, factors [points, factors] of integers \
                        from 0 on; both are .npy files, or .npz archives with an array of that name. Without test \
                        codes the first two thirds of the points train and the rest tests, for metrics that need \
                        both. Metrics of posteriors (rmig, sepin, mig.variant=chen) take the codes as means and need \
                        the log-variances ln σ² beside them.""")
                .parameter(Parameter.path("codes", null).meaning("codes of the points").mandatory())
                .parameter(Parameter.path("factors", null).meaning("factor values of the points").mandatory())
                .parameter(Parameter.path("logVariances", null)
                        .meaning("ln σ² of the posteriors whose means the codes are, for metrics of posteriors"))
                .parameter(Parameter.path("testCodes", null).meaning("codes of test points"))
                .parameter(Parameter.path("testFactors", null).meaning("factor values of test points"))
                .parameter(Parameter.text("factorSizes", null)
                        .meaning("number of values of each factor, as in 3,6,40; otherwise the largest value plus one"))
                .parameter(MetricOptions.METRICS)
                .parameter(MetricOptions.PARAMETERS)
                .parameter(MetricOptions.SEED)
                .parameter(MetricOptions.JSON);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Parameters options = invocation.parameters();
        MetricOptions metrics = MetricOptions.of(invocation, List.of());
        boolean test = options.optional("testCodes").isPresent();
        if (test != options.optional("testFactors").isPresent()) {
            throw Problem.input("--test-codes and --test-factors belong together; give both or neither.");
        }
        CodeFile codes = CodeFile.read(InputFile.existing(options.text("codes"), "--codes"), "--codes");
        FactorFile factors = factors(options.text("factors"), "--factors", codes);
        CodeFile testCodes = null;
        FactorFile testFactors = null;
        if (test) {
            testCodes = CodeFile.read(InputFile.existing(options.text("testCodes"), "--test-codes"), "--test-codes");
            testFactors = factors(options.text("testFactors"), "--test-factors", testCodes);
            requireSameLatents(codes, testCodes);
        }
        Optional<List<Integer>> sizes = options.optional("factorSizes").map(FactorTable::sizes);
        FactorTable table = FactorTable.of(factors, testFactors, sizes.orElse(null));
        Representation means = new Representation(table.space(), codes.latents(), codes.codes(), table.train());
        Optional<CodeFile> logVariances = options.optional("logVariances").map(path -> logVariances(path, codes));
        CodeTable train = new CodeTable(means,
                logVariances.map(file -> new Posterior(means, file.codes())).orElse(null));
        Representation held = test ? new Representation(table.space(), testCodes.latents(), testCodes.codes(),
                table.test()) : null;

        metrics.measure(new Points(train, held, metrics.seed()), table.warnings(),
                provenance(metrics, table, files(codes, logVariances, factors, testCodes, testFactors)), invocation,
                invocation.progress());
        return ExitCode.OK;
    }

    private static CodeFile logVariances(String path, CodeFile codes) {
        CodeFile variances = CodeFile.read(InputFile.existing(path, "--log-variances"), "--log-variances",
                "log-variances");
        if (variances.points() != codes.points() || variances.latents() != codes.latents()) {
            throw Problem.input(variances.file() + " is [" + variances.points() + ", " + variances.latents() + "], "
                    + codes.file() + " is [" + codes.points() + ", " + codes.latents()
                    + "]; log-variances need the shape of the codes.");
        }
        return variances;
    }

    private static FactorFile factors(String path, String option, CodeFile codes) {
        FactorFile factors = FactorFile.read(InputFile.existing(path, option), option);
        if (factors.points() != codes.points()) {
            throw Problem.input(codes.file() + " has " + codes.points() + " points, " + factors.file() + " has "
                    + factors.points() + "; codes and factors need one row per point.");
        }
        return factors;
    }

    private static void requireSameLatents(CodeFile train, CodeFile test) {
        if (train.latents() != test.latents()) {
            throw Problem.input(train.file() + " has " + train.latents() + " latents, " + test.file() + " has "
                    + test.latents() + "; train and test codes need the same latents.");
        }
    }

    private static Map<String, Path> files(CodeFile codes, Optional<CodeFile> logVariances, FactorFile factors,
            CodeFile testCodes, FactorFile testFactors) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("codes", codes.file());
        logVariances.ifPresent(file -> files.put("logVariances", file.file()));
        files.put("factors", factors.file());
        if (testCodes != null) {
            files.put("testCodes", testCodes.file());
            files.put("testFactors", testFactors.file());
        }
        return files;
    }

    private static Map<String, Object> provenance(MetricOptions metrics, FactorTable table, Map<String, Path> files)
            throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", "score");
        for (Map.Entry<String, Path> file : files.entrySet()) {
            facts.put(file.getKey(), InputFile.facts(file.getValue()));
        }
        facts.put("trainPoints", table.train().length / table.space().count());
        facts.put("testPoints", table.test() == null ? null : table.test().length / table.space().count());
        facts.put("factorSizes", table.space().factors().stream().map(f -> f.size()).toList());
        facts.put("seed", metrics.seed());
        return facts;
    }
}

package org.distaff.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.distaff.cli.output.TextTable;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.provenance.Provenance;

import com.google.gson.GsonBuilder;

/** {@code distaff bench [SUITE]}: measures processor time, warm, inside this run. */
public final class BenchCommand implements Command {

    private static final Map<String, Suite> SUITES = suites();

    private static Map<String, Suite> suites() {
        Map<String, Suite> suites = new LinkedHashMap<>();
        suites.put("datasets", new DatasetSuite());
        suites.put("metrics", new MetricSuite());
        suites.put("training", new TrainingSuite());
        return suites;
    }

    @Override
    public Description describe() {
        return Description.of("bench", "Benchmarks")
                .summary("Measures the processor time of data sets, metrics and training")
                .help("Processor seconds of this process (all threads), measured warm. Suites: "
                        + String.join(", ", SUITES.keySet()) + "; without one, all of them.\n\ndatasets opens every "
                        + "generator, and every published data set that was imported, draws the first picture, for "
                        + "which some compute what they keep, random batches of 64, and pictures as the data set view does "
                        + "when a factor is changed, on one thread; batches several times, the same ones, so that files "
                        + "are cached the last time, which is the one measured. dSprites and Shapes3D, where they were not "
                        + "imported, are measured on files of their layout and size, made in a temporary folder (6 GB), "
                        + "imported and removed again.\n\n"
                        + "training takes turns with PyTorch, when a Python has it, in five rounds, each in the midst of "
                        + "a long training, and prints how many times faster we are: the median, the least and the most. "
                        + "Processor time counts; other work on the machine still slows both, so run it alone. --memory "
                        + "tells what is in use after a garbage collection in each quarter of 20,000 steps, in the heap and in "
                        + "the whole process.\n\n"
                        + "'live MB' is the most heap that was in use just after a garbage collection meanwhile, "
                        + "codes included: about what is needed at once. To see whether a bound suffices, set it, for "
                        + "instance with the environment variable JAVA_TOOL_OPTIONS=-Xmx512m.")
                .parameter(Parameter.text("suite", null).byPosition().meaning("which suite to run"))
                .parameter(Parameter.flag("generators", false)
                        .meaning("with datasets: measure generators only, no files"))
                .parameter(Parameter.path("scratch", null)
                        .meaning("with datasets: the folder for temporary files of up to 6 GB"))
                .parameter(Parameter.integer("cells", 20).range(1, 1_000_000)
                        .meaning("encoded cells that the metrics suite scores one after the other"))
                .parameter(Parameter.choice("wide", "fast", "all", "none")
                        .meaning("which metrics the metrics suite measures on 1,000 latents; all takes hours"))
                .parameter(Parameter.text("python", null)
                        .meaning("a Python with PyTorch to compare training with; python3 is tried without it"))
                .parameter(Parameter.flag("memory", false)
                        .meaning("with training: watch memory over 20,000 steps instead of speed"))
                .parameter(Parameter.flag("json", false).meaning("print one JSON document and nothing else"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        List<String> chosen = invocation.parameters().optional("suite").map(List::of)
                .orElse(List.copyOf(SUITES.keySet()));
        Map<String, List<Measurement>> results = new LinkedHashMap<>();
        for (String name : chosen) {
            Suite suite = SUITES.get(name);
            if (suite == null) {
                throw Problem.input("There is no benchmark suite '" + name + "'."
                        + Nearest.suggestion(name, SUITES.keySet()));
            }
            results.put(name, suite.run(invocation));
        }
        if (invocation.parameters().flag("json")) {
            invocation.out().println(json(results));
        } else {
            results.forEach((name, measurements) -> print(name, measurements, invocation.out()));
        }
        return ExitCode.OK;
    }

    private static void print(String suite, List<Measurement> measurements, PrintStream out) {
        out.println(suite);
        TextTable table = new TextTable("", "CPU-s>", "s>", "live MB>", "resident MB>", "CPU-ms each>",
                "per CPU-s>", "per s>", "of", "reference CPU-s>", "ratio>");
        for (Measurement m : measurements) {
            table.row(m.name(), number("%.3f", m.cpuSeconds()), number("%.3f", m.cost().wallSeconds()),
                    number("%.0f", m.cost().liveHeapMega()), number("%.0f", m.cost().residentMega()),
                    number("%.3f", m.millisEach()), number("%.1f", m.rate()),
                    number("%.1f", m.amount() / m.cost().wallSeconds()), m.unit(), number("%.2f", m.reference()),
                    ratio(m));
        }
        out.print(table.toString().indent(2));
    }

    /** As in "1.24 (1.19 to 1.31)": the median over rounds, the least and the most. */
    private static String ratio(Measurement m) {
        List<Double> all = m.ratios();
        return all.isEmpty() ? number("%.1f", m.ratio())
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", m.ratio(), all.get(0), all.get(all.size() - 1));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }

    private static void put(Map<String, Object> row, String key, double value) {
        if (Double.isFinite(value)) {
            row.put(key, value);
        }
    }

    private static String json(Map<String, List<Measurement>> results) {
        Map<String, Object> document = new LinkedHashMap<>();
        results.forEach((suite, measurements) -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Measurement m : measurements) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("name", m.name());
                row.put("cpuSeconds", m.cpuSeconds());
                row.put("amount", m.amount());
                row.put("unit", m.unit());
                put(row, "cpuMillisecondsEach", m.millisEach());
                put(row, "wallSeconds", m.cost().wallSeconds());
                put(row, "liveHeapMega", m.cost().liveHeapMega());
                put(row, "residentMega", m.cost().residentMega());
                put(row, "referenceCpuSeconds", m.reference());
                put(row, "ratio", m.ratio());
                if (!m.ratios().isEmpty()) {
                    row.put("ratios", m.ratios());
                }
                rows.add(row);
            }
            document.put(suite, rows);
        });
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(Map.of("suites", document, "provenance", Provenance.capture(Map.of())));
    }
}

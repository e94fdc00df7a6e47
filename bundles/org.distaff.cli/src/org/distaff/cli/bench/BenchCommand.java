package org.distaff.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
                        + String.join(", ", SUITES.keySet()) + "; without one, all of them.")
                .parameter(Parameter.text("suite", null).byPosition().meaning("which suite to run"))
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
            results.put(name, suite.run(invocation.contributions(), invocation.progress()));
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
        for (Measurement m : measurements) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-34s %10.3f CPU-s %14.1f %s per CPU-s",
                    m.name(), m.cpuSeconds(), m.rate(), m.unit()));
            if (!Double.isNaN(m.cost().wallSeconds())) {
                line.append(String.format(Locale.ROOT, " %9.3f s %6.0f MB", m.cost().wallSeconds(),
                        m.cost().peakHeapMega()));
            }
            if (!Double.isNaN(m.reference())) {
                line.append(String.format(Locale.ROOT, "   reference %.2f CPU-s, ratio %.1f", m.reference(),
                        m.ratio()));
            }
            out.println(line);
        }
    }

    private static void put(Map<String, Object> row, String key, double value) {
        if (!Double.isNaN(value)) {
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
                put(row, "wallSeconds", m.cost().wallSeconds());
                put(row, "peakHeapMega", m.cost().peakHeapMega());
                put(row, "referenceCpuSeconds", m.reference());
                put(row, "ratio", m.ratio());
                rows.add(row);
            }
            document.put(suite, rows);
        });
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(Map.of("suites", document, "provenance", Provenance.capture(Map.of())));
    }
}

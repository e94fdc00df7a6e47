package org.distaff.cli.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.cli.output.Json;
import org.distaff.cli.output.TextTable;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Described;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Preset;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Metric;
import org.distaff.core.registry.Contributions;

/** {@code distaff list}: what is installed. */
public final class ListCommand implements Command {

    private static final String ALL = "all";

    @Override
    public Description describe() {
        return Description.of("list", "List what is installed")
                .summary("Lists installed data sets, models, metrics, launchers and commands")
                .parameter(Parameter.choice("kind", ALL, "datasets", "modifiers", "models", "metrics", "launchers",
                        "commands")
                        .meaning("all, datasets, modifiers, models, metrics, launchers or commands").byPosition())
                .parameter(Parameter.flag("json", false)
                        .meaning("print everything that is known about them as one JSON document"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Map<String, List<? extends Described>> kinds = new LinkedHashMap<>();
        String wanted = invocation.parameters().text("kind");
        installed(invocation.contributions()).forEach((kind, contributions) -> {
            if (wanted.equals(ALL) || wanted.equals(kind)) {
                kinds.put(kind, contributions);
            }
        });
        if (invocation.parameters().flag("json")) {
            Map<String, Object> document = new LinkedHashMap<>();
            kinds.forEach((kind, entries) -> document.put(kind, entries.stream().map(ListCommand::json).toList()));
            invocation.out().print(Json.text(document));
        } else {
            print(kinds, invocation.out());
        }
        return ExitCode.OK;
    }

    private static Map<String, List<? extends Described>> installed(Contributions contributions) {
        Map<String, List<? extends Described>> kinds = new LinkedHashMap<>();
        kinds.put("datasets", contributions.datasets());
        kinds.put("modifiers", contributions.modifiers());
        kinds.put("models", contributions.models());
        kinds.put("metrics", metrics(contributions));
        kinds.put("launchers", contributions.launchers());
        kinds.put("commands", contributions.commands());
        return kinds;
    }

    /** Metrics and what compares models, by id. */
    private static List<Described> metrics(Contributions contributions) {
        return Stream.concat(contributions.metrics().stream(), contributions.comparisons().stream())
                .sorted(Comparator.comparing(c -> c.describe().id())).toList();
    }

    private static void print(Map<String, List<? extends Described>> kinds, PrintStream out) {
        String gap = "";
        for (Map.Entry<String, List<? extends Described>> kind : kinds.entrySet()) {
            if (kinds.size() > 1) {
                out.println(gap + kind.getKey());
                gap = "\n";
            }
            TextTable table = new TextTable("id", "what it is", "presets", "parameters");
            kind.getValue().forEach(c -> table.row(c.describe().id(), summary(c), presets(c.describe()),
                    kind.getKey().equals("commands") ? "" : parameters(c.describe())));
            out.print(table.isEmpty() ? "none\n" : table.toString());
        }
    }

    private static String summary(Described contribution) {
        return contribution.describe().summary() + (contribution instanceof Comparison ? " (compares models)" : "");
    }

    private static String presets(Description description) {
        return String.join(", ", description.presets().stream().map(Preset::name).toList());
    }

    private static String parameters(Description description) {
        return String.join(", ", description.parameters().stream()
                .map(p -> p.defaultValue() == null ? p.name() : p.name() + "=" + p.defaultValue()).toList());
    }

    private static Map<String, Object> json(Described contribution) {
        Description description = contribution.describe();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", description.id());
        entry.put("name", description.name());
        entry.put("version", description.version());
        entry.put("summary", description.summary());
        entry.put("help", description.help());
        entry.put("references", description.references());
        entry.put("parameters", description.parameters().stream().map(ListCommand::json).toList());
        if (!description.presets().isEmpty()) {
            entry.put("presets", description.presets().stream().map(ListCommand::json).toList());
        }
        if (contribution instanceof Comparison || contribution instanceof Metric) {
            entry.put("comparesModels", contribution instanceof Comparison);
        }
        return entry;
    }

    private static Map<String, Object> json(Preset preset) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", preset.name());
        entry.put("meaning", preset.meaning());
        entry.put("parameters", preset.fixed());
        entry.put("grid", preset.grid());
        entry.put("training", preset.training());
        return entry;
    }

    private static Map<String, Object> json(Parameter parameter) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", parameter.name());
        entry.put("type", parameter.type().name().toLowerCase());
        entry.put("default", parameter.defaultValue());
        if (parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.REAL) {
            entry.put("allowed", parameter.expectation());
        }
        if (!parameter.choices().isEmpty()) {
            entry.put("choices", parameter.choices());
        }
        entry.put("meaning", parameter.meaning());
        entry.put("required", parameter.required());
        return entry;
    }
}

package org.distaff.cli.dataset;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.distaff.cli.output.Json;
import org.distaff.cli.output.TextTable;
import org.distaff.core.command.Invocation;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.Factor;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;

/** {@code distaff dataset info}: factors, shapes, files, licence, citation, digest, and what is missing. */
public final class InfoAction implements DatasetAction {

    @Override
    public String word() {
        return "info";
    }

    @Override
    public String help() {
        return "prints factors, observations, files, licence and citation of a data set, and how to get what is "
                + "missing.";
    }

    @Override
    public List<Parameter> options() {
        return List.of(Options.PARAMETERS, Options.JSON);
    }

    @Override
    public void run(DatasetProvider provider, Invocation invocation) {
        DatasetFacts facts = DatasetFacts.of(provider, Options.assigned(provider, invocation));
        if (invocation.parameters().flag("json")) {
            invocation.out().print(Json.text(facts.json()));
        } else {
            print(facts, invocation.out());
        }
    }

    private static void print(DatasetFacts facts, PrintStream out) {
        Description description = facts.description();
        out.println(description.id() + ": " + description.summary());
        facts.factors().ifPresent(factors -> {
            TextTable table = new TextTable("factor", "values>", "kind", "names");
            for (Factor factor : factors.factors()) {
                table.row(factor.name(), String.valueOf(factor.size()), factor.kind().name().toLowerCase(Locale.ROOT),
                        names(factor));
            }
            out.println();
            out.print(table);
        });
        out.println();
        TextTable table = new TextTable("what", "is");
        for (Map.Entry<String, String> fact : facts.lines().entrySet()) {
            table.row(fact.getKey(), fact.getValue());
        }
        out.print(table);
        facts.card().ifPresent(card -> {
            card.notes().forEach(note -> out.println("\n" + note));
            out.println("\n" + card.citation());
        });
        facts.missing().ifPresent(sentence -> out.println("\n" + sentence));
    }

    private static String names(Factor factor) {
        int shown = 8;
        List<String> names = factor.valueNames();
        return String.join(", ", names.subList(0, Math.min(shown, names.size())))
                + (names.size() > shown ? ", …" : "");
    }
}

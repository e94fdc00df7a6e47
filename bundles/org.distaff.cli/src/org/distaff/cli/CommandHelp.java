package org.distaff.cli;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.command.Command;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help pages, generated from descriptions. */
final class CommandHelp {

    private static final int WIDTH = 100;

    private CommandHelp() {
    }

    /** The page of one command. */
    static String of(Description description) {
        CommandSpec spec = CommandSpec.create().name("distaff " + description.id()).interpolateVariables(false);
        spec.parser().separator(" ");
        spec.usageMessage().width(WIDTH).autoWidth(false).sortOptions(false).sortSynopsis(false)
                .abbreviateSynopsis(false).synopsisHeading("")
                .description("", plain(description.summary()) + ".", "").footer(paragraphs(description));
        int position = 0;
        for (Parameter parameter : description.parameters()) {
            if (parameter.positional()) {
                spec.addPositional(positional(parameter, position++));
            } else {
                spec.addOption(option(parameter));
            }
        }
        spec.addOption(OptionSpec.builder("--debug").arity("0")
                .description("show a stack trace with every error").build());
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("show this page").build());
        return new CommandLine(spec).getUsageMessage(Ansi.OFF);
    }

    private static PositionalParamSpec positional(Parameter parameter, int position) {
        boolean list = parameter.type() == Parameter.Type.LIST;
        return PositionalParamSpec.builder().index(list ? position + "..*" : String.valueOf(position))
                .type(list ? List.class : String.class).auxiliaryTypes(String.class)
                .arity(list ? "0..*" : parameter.required() ? "1" : "0..1")
                .required(parameter.required()).paramLabel(label(parameter))
                .description(plain(meaning(parameter))).build();
    }

    private static OptionSpec option(Parameter parameter) {
        boolean flag = parameter.type() == Parameter.Type.FLAG;
        return OptionSpec.builder(CommandSyntax.spelling(parameter)).type(flag ? boolean.class : String.class)
                .arity(flag ? "0" : "1").required(parameter.required()).paramLabel(label(parameter))
                .description(plain(meaning(parameter))).build();
    }

    private static String label(Parameter parameter) {
        if (parameter.positional()) {
            return CommandSyntax.spelling(parameter);
        }
        return switch (parameter.type()) {
            case INTEGER -> "N";
            case REAL -> "X";
            case CHOICE -> String.join("|", parameter.choices());
            case PATH -> "PATH";
            case FLAG, TEXT, LIST -> "TEXT";
        };
    }

    /** "points per draw (an integer from 2 to 1000, default 20)". */
    private static String meaning(Parameter parameter) {
        List<String> facts = new ArrayList<>();
        switch (parameter.type()) {
            case INTEGER, REAL -> facts.add(parameter.expectation());
            case LIST -> facts.add(parameter.positional() ? "one or more" : "may be given several times");
            case CHOICE, FLAG, TEXT, PATH -> {
                // the label says it all
            }
        }
        if (parameter.defaultValue() != null && parameter.type() != Parameter.Type.FLAG) {
            String value = String.valueOf(parameter.defaultValue());
            facts.add("default " + (parameter.type() == Parameter.Type.TEXT ? "'" + value + "'" : value));
        }
        return facts.isEmpty() ? parameter.meaning() : parameter.meaning() + " (" + String.join(", ", facts) + ")";
    }

    private static String[] paragraphs(Description description) {
        List<String> lines = new ArrayList<>();
        if (!description.help().isBlank()) {
            for (String line : ("\n" + description.help().strip()).split("\n", -1)) {
                lines.add(plain(line));
            }
        }
        return lines.toArray(String[]::new);
    }

    /** picocli formats texts; a percent sign of ours is only a percent sign. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    /** The page of the whole command line. */
    static String overview(List<Command> commands) {
        StringBuilder page = new StringBuilder("distaff COMMAND [OPTION…]\n\n"
                + "Trains and measures disentangled representations without a window.\n\nCommands:\n");
        int width = commands.stream().mapToInt(c -> c.describe().id().length()).max().orElse(0);
        for (Command command : commands) {
            Description description = command.describe();
            page.append(("  %-" + Math.max(1, width) + "s  %s%n").formatted(description.id(), description.summary()));
        }
        return page.append("""

                distaff COMMAND --help tells all about a command; distaff --version tells versions.
                --debug, with any command, shows a stack trace with every error.

                Exit codes: 0 done, 1 failed, 2 wrong usage or input, 42 this cell can never work,
                75 not finished, run again to go on.
                """).toString();
    }
}

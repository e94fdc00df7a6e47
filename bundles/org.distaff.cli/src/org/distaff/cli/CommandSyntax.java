package org.distaff.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The options of a command as its description implies them: parameter {@code numTrain} is option {@code --num-train},
 * positional parameters stand by position, flags take no value.
 */
public final class CommandSyntax {

    private static final String HELP = "--help";

    private final Description description;

    public CommandSyntax(Description description) {
        this.description = description;
    }

    /** The option's spelling of a parameter, or its label when it stands by position. */
    public static String spelling(Parameter parameter) {
        String kebab = parameter.name().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase();
        return parameter.positional() ? kebab.toUpperCase() : "--" + kebab;
    }

    /**
     * Reads the words behind the command.
     *
     * @return the parameters; empty when help was asked for
     * @throws Problem (input) that names the option, with the nearest valid one
     */
    public Optional<Parameters> parse(List<String> words) {
        ParseResult result;
        try {
            result = new CommandLine(specification()).setUnmatchedArgumentsAllowed(true)
                    .setUnmatchedOptionsArePositionalParams(false).setExpandAtFiles(false)
                    .setPosixClusteredShortOptionsAllowed(false).parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw Problem.input(command() + ": " + sentence(e), e);
        }
        if (result.hasMatchedOption(HELP)) {
            return Optional.empty();
        }
        if (!result.unmatched().isEmpty()) {
            throw unknown(result.unmatched().get(0));
        }
        Map<String, Object> given = new LinkedHashMap<>();
        Map<String, Object> spelled = new LinkedHashMap<>();
        for (ArgSpec argument : result.matchedArgs()) {
            Parameter parameter = (Parameter) argument.userObject();
            Object value = argument.getValue();
            Object text = value instanceof List<?> list ? String.join("\n", list.stream().map(String::valueOf).toList())
                    : value;
            given.put(parameter.name(), text);
            spelled.put(spelling(parameter), text);
        }
        // Bound once under the names the user typed, so that messages say '--num-train' and not 'numTrain'.
        Parameters.bind(description.parameters().stream().map(CommandSyntax::asTyped).toList(), spelled, command());
        return Optional.of(Parameters.bind(description.parameters(), given, command()));
    }

    private static Parameter asTyped(Parameter p) {
        return new Parameter(spelling(p), p.type(), p.defaultValue(), p.minimum(), p.maximum(), p.choices(),
                p.meaning(), p.required(), p.positional());
    }

    private String command() {
        return "distaff " + description.id();
    }

    private Problem unknown(String word) {
        if (!word.startsWith("-")) {
            return Problem.input(command() + " does not know what to do with '" + word + "'; " + command()
                    + " --help lists what it takes.");
        }
        String option = word.replaceFirst("=.*", "");
        List<String> options = new ArrayList<>(description.parameters().stream().filter(p -> !p.positional())
                .map(CommandSyntax::spelling).toList());
        options.add(HELP);
        return Problem.input(command() + " has no option '" + option + "'." + Nearest.suggestion(option, options));
    }

    private static String sentence(ParameterException e) {
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() != null) {
            return "'" + name(twice.getOverwritten()) + "' is given twice; give it once.";
        }
        if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            ArgSpec argument = missing.getMissing().get(0);
            return "'" + name(argument) + "' needs a value (" + ((Parameter) argument.userObject()).meaning() + ").";
        }
        return e.getMessage();
    }

    private static String name(ArgSpec argument) {
        return spelling((Parameter) argument.userObject());
    }

    /** For reading: everything optional text, so that picocli splits the words and the description judges them. */
    private CommandSpec specification() {
        CommandSpec spec = CommandSpec.create().name(command());
        spec.addOption(OptionSpec.builder(HELP, "-h").usageHelp(true).build());
        int position = 0;
        for (Parameter parameter : description.parameters()) {
            boolean list = parameter.type() == Parameter.Type.LIST;
            Class<?> type = list ? List.class : parameter.type() == Parameter.Type.FLAG ? boolean.class : String.class;
            if (parameter.positional()) {
                String index = list ? position + "..*" : String.valueOf(position++);
                spec.addPositional(PositionalParamSpec.builder().index(index).arity(list ? "0..*" : "0..1").type(type)
                        .auxiliaryTypes(String.class).userObject(parameter).build());
            } else {
                spec.addOption(OptionSpec.builder(spelling(parameter)).type(type).auxiliaryTypes(elementType(type))
                        .arity(parameter.type() == Parameter.Type.FLAG ? "0" : "1").userObject(parameter).build());
            }
        }
        return spec;
    }

    private static Class<?> elementType(Class<?> type) {
        return type == List.class ? String.class : type;
    }

    /** The command's help page, generated from its description. */
    public String help() {
        return CommandHelp.of(description);
    }
}

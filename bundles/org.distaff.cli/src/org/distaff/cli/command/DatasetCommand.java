package org.distaff.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.distaff.cli.dataset.DatasetAction;
import org.distaff.cli.dataset.ExportAction;
import org.distaff.cli.dataset.ImportAction;
import org.distaff.cli.dataset.InfoAction;
import org.distaff.cli.dataset.SampleAction;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;

/** {@code distaff dataset ACTION ID}: what can be done with a data set, one class per action. */
public final class DatasetCommand implements Command {

    private static final List<DatasetAction> ACTIONS =
            List.of(new InfoAction(), new ImportAction(), new ExportAction(), new SampleAction());

    @Override
    public Description describe() {
        Description description = Description.of("dataset", "Data sets")
                .summary("Tells about data sets, imports, exports and samples them")
                .help(String.join("\n\n", ACTIONS.stream().map(a -> a.word() + ": " + a.help()).toList()))
                .parameter(Parameter.text("action", null).byPosition().mandatory()
                        .meaning(String.join(", ", words())))
                .parameter(Parameter.text("id", null).byPosition().mandatory()
                        .meaning("id of a data set; 'distaff list datasets' lists them"))
                .parameter(Parameter.list("files").byPosition().meaning("files or folders to import"));
        for (DatasetAction action : ACTIONS) {
            for (Parameter parameter : action.options()) {
                Optional<Parameter> same = description.parameter(parameter.name());
                if (same.isEmpty()) {
                    description = description.parameter(parameter);
                } else if (!same.get().equals(parameter)) { // one of them would be given the other's default
                    throw new IllegalStateException("two options are named " + parameter.name());
                }
            }
        }
        return description;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        String word = invocation.parameters().text("action");
        for (DatasetAction action : ACTIONS) {
            if (action.word().equals(word)) {
                action.run(invocation.contributions().dataset(invocation.parameters().text("id")), invocation);
                return ExitCode.OK;
            }
        }
        throw Problem.input("distaff dataset cannot '" + word + "'." + Nearest.suggestion(word, words()));
    }

    private static List<String> words() {
        return ACTIONS.stream().map(DatasetAction::word).toList();
    }
}

package org.distaff.cli.dataset;

import java.io.IOException;
import java.util.List;

import org.distaff.core.command.Invocation;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameter;

/** Something that {@code distaff dataset} can do. Stateless. */
public interface DatasetAction {

    /** The word on the command line. */
    String word();

    /** One sentence or more for the help page. */
    String help();

    /** Options besides action, id and files; actions that share an option share its description. */
    List<Parameter> options();

    void run(DatasetProvider provider, Invocation invocation) throws IOException;
}

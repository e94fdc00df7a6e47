package org.distaff.cli.dataset;

import java.util.List;

import org.distaff.core.command.Invocation;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.study.evaluate.Assignments;

/** Options that several actions share. */
final class Options {

    static final Parameter PARAMETERS = Parameter.list("parameters")
            .meaning("parameter values as ID.PARAMETER=VALUE, as in sprites.resolution=32; several separated by commas");
    static final Parameter JSON = Parameter.flag("json", false).meaning("print one JSON document and nothing else");

    private Options() {
    }

    /** The data set's parameters with what {@code --parameters} assigns. */
    static Parameters assigned(DatasetProvider provider, Invocation invocation) {
        String id = provider.describe().id();
        Assignments assignments = Assignments.parse(invocation.parameters().list("parameters"));
        assignments.requireOnly(List.of(id));
        return Parameters.bind(provider.describe().parameters(), assignments.of(id), "data set '" + id + "'");
    }
}

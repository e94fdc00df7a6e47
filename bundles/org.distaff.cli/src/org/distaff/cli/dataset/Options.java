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
    /** Most observations of one archive. */
    static final int MOST_POINTS = 10_000_000;
    static final Parameter POINTS = Parameter.integer("points", 0).range(0, MOST_POINTS)
            .meaning("observations drawn at random; 0: sample draws 64, export takes every combination of factors, the "
                    + "last factor fastest, or every listed observation");
    static final Parameter OUT = Parameter.path("out", null).meaning("the file to write: export .npz, sample .png");
    static final Parameter SEED = Parameter.integer("seed", 0).meaning("seed of every random stream");
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

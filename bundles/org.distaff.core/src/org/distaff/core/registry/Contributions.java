package org.distaff.core.registry;

import java.util.List;

import org.distaff.core.command.Command;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Described;
import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;
import org.distaff.core.launch.Launcher;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Metric;
import org.distaff.core.model.Model;

/** Everything that is installed, by kind. */
public record Contributions(List<DatasetProvider> datasets, List<DatasetModifier> modifiers, List<Model> models,
        List<Metric> metrics, List<Comparison> comparisons, List<Launcher> launchers, List<Command> commands) {

    /** Contributions without modifiers and comparisons. */
    public Contributions(List<DatasetProvider> datasets, List<Model> models, List<Metric> metrics,
            List<Launcher> launchers, List<Command> commands) {
        this(datasets, List.of(), models, metrics, List.of(), launchers, commands);
    }

    public DatasetProvider dataset(String id) {
        return find(datasets, "data set", id);
    }

    public DatasetModifier modifier(String id) {
        return find(modifiers, "data set modifier", id);
    }

    public Model model(String id) {
        return find(models, "model", id);
    }

    public Metric metric(String id) {
        return find(metrics, "metric", id);
    }

    public Comparison comparison(String id) {
        return find(comparisons, "comparison", id);
    }

    public Launcher launcher(String id) {
        return find(launchers, "launcher", id);
    }

    public Command command(String id) {
        return find(commands, "command", id);
    }

    private static <T extends Described> T find(List<T> installed, String kind, String id) {
        return installed.stream().filter(c -> c.describe().id().equals(id)).findFirst().orElseThrow(() -> {
            List<String> ids = installed.stream().map(c -> c.describe().id()).toList();
            return Problem.input("There is no " + kind + " '" + id + "'." + Nearest.suggestion(id, ids));
        });
    }
}

package org.distaff.core.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.distaff.core.command.Command;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Described;
import org.distaff.core.launch.Launcher;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Metric;
import org.distaff.core.model.Model;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

/** Reads the contributions from the extension registry. */
public final class ExtensionContributions {

    /** Prefix of the extension point ids. */
    public static final String NAMESPACE = "org.distaff.core.";

    private ExtensionContributions() {
    }

    /** What reading found: the contributions, and a sentence for each one that could not be used. */
    public record Result(Contributions contributions, List<String> problems) {
    }

    /** Reads all five extension points; instantiates every contribution, which must be cheap. */
    public static Result read(IExtensionRegistry registry) {
        List<String> problems = new ArrayList<>();
        Contributions contributions = new Contributions(
                read(registry, "datasets", "dataset", DatasetProvider.class, problems),
                read(registry, "datasets", "modifier", DatasetModifier.class, problems),
                read(registry, "models", "model", Model.class, problems),
                read(registry, "metrics", "metric", Metric.class, problems),
                read(registry, "metrics", "comparison", Comparison.class, problems),
                read(registry, "launchers", "launcher", Launcher.class, problems),
                read(registry, "commands", "command", Command.class, problems));
        return new Result(contributions, List.copyOf(problems));
    }

    private static <T extends Described> List<T> read(IExtensionRegistry registry, String point, String kind,
            Class<T> type, List<String> problems) {
        List<T> found = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(NAMESPACE + point)) {
            if (!element.getName().equals(kind)) {
                continue;
            }
            String bundle = element.getContributor().getName();
            try {
                T contribution = type.cast(element.createExecutableExtension("class"));
                String id = contribution.describe().id();
                if (found.stream().anyMatch(c -> c.describe().id().equals(id))) {
                    problems.add("Bundle " + bundle + " contributes '" + id + "' to " + NAMESPACE + point
                            + " a second time; the first one is used.");
                } else {
                    found.add(contribution);
                }
            } catch (CoreException | RuntimeException | LinkageError e) {
                problems.add("Bundle " + bundle + ": " + element.getAttribute("class") + " cannot be used as a "
                        + type.getSimpleName() + " (" + e.getMessage() + ").");
            }
        }
        found.sort(Comparator.comparing(c -> c.describe().id()));
        return List.copyOf(found);
    }
}

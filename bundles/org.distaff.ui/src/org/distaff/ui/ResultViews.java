package org.distaff.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;

/** Reads the result views from the extension registry. */
public final class ResultViews {

    /** Id of the extension point. */
    public static final String POINT = "org.distaff.ui.views";

    private ResultViews() {
    }

    /** All views that can be used, by name; those that cannot go to the error log. */
    public static List<ResultView> read(IExtensionRegistry registry) {
        List<ResultView> found = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            try {
                ResultView view = (ResultView) element.createExecutableExtension("class");
                String id = view.describe().id();
                if (found.stream().anyMatch(v -> v.describe().id().equals(id))) {
                    ILog.of(ResultViews.class).warn("Bundle " + element.getContributor().getName() + " contributes '" + id
                            + "' to " + POINT + " a second time; the first one is used.");
                } else {
                    found.add(view);
                }
            } catch (CoreException | RuntimeException | LinkageError e) {
                ILog.of(ResultViews.class).warn("Bundle " + element.getContributor().getName() + ": "
                        + element.getAttribute("class") + " cannot be used as a result view.", e);
            }
        }
        found.sort(Comparator.comparing(v -> v.describe().name()));
        return List.copyOf(found);
    }
}

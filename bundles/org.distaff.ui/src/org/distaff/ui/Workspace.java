package org.distaff.ui;

import java.nio.file.Path;

import org.distaff.core.registry.Contributions;
import org.distaff.core.registry.ExtensionContributions;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.ui.PlatformUI;

/** What all parts of the workbench share: the installed contributions and the way stores are announced. */
public final class Workspace {

    private static Contributions contributions;

    private Workspace() {
    }

    /** Everything installed, read once; what cannot be used goes to the error log. */
    public static synchronized Contributions contributions() {
        if (contributions == null) {
            ExtensionContributions.Result result = ExtensionContributions.read(RegistryFactory.getRegistry());
            result.problems().forEach(problem -> ILog.of(Workspace.class).warn(problem));
            contributions = result.contributions();
        }
        return contributions;
    }

    /** Tells every part about a store; from any thread. */
    public static void announce(String topic, Path store) {
        IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
        broker.post(topic, store.toString());
    }
}

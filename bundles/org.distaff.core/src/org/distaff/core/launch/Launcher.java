package org.distaff.core.launch;

import java.io.IOException;

import org.distaff.core.describe.Described;
import org.distaff.core.progress.Progress;

/**
 * Decides where cells run, contributed through {@code org.distaff.core.launchers}. A launcher writes files and calls the
 * site's own tools; each shard is the headless runner, and the store is their only coordination.
 */
public interface Launcher extends Described {

    /**
     * Starts a study's shards.
     *
     * @return sentences for the user: what was started or written, and how to follow it
     */
    java.util.List<String> launch(LaunchRequest request, Progress progress) throws IOException;
}

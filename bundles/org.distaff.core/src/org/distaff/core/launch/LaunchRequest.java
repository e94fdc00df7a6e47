package org.distaff.core.launch;

import java.nio.file.Path;
import java.util.List;

import org.distaff.core.describe.Parameters;

/**
 * A study to be carried out somewhere.
 *
 * @param study         study file
 * @param store         store folder, seen from where the cells run
 * @param shards        into how many shards to divide the missing cells
 * @param dryRun        write and show what would be started, start nothing
 * @param runner        the command that runs a study headless, without its arguments
 * @param parameters    the launcher's own parameters
 */
public record LaunchRequest(Path study, Path store, int shards, boolean dryRun, List<String> runner,
        Parameters parameters) {
}

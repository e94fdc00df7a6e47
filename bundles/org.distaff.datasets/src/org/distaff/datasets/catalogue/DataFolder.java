package org.distaff.datasets.catalogue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Where imported data sets are kept. */
final class DataFolder {

    private DataFolder() {
    }

    /**
     * The system property {@code distaff.data}, else the environment variable {@code DISTAFF_DATA}, else
     * {@code distaff/datasets} in the place where the platform keeps a user's data.
     */
    static Path find() {
        return find(System.getProperties(), System.getenv());
    }

    static Path find(Properties properties, Map<String, String> environment) {
        String given = properties.getProperty("distaff.data", environment.getOrDefault("DISTAFF_DATA", ""));
        if (!given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        Path home = Path.of(properties.getProperty("user.home"));
        String system = properties.getProperty("os.name", "");
        Path data;
        if (system.startsWith("Windows")) {
            data = Path.of(environment.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString()));
        } else if (system.startsWith("Mac")) {
            data = home.resolve("Library/Application Support");
        } else {
            String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
            data = xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg);
        }
        return data.resolve("distaff").resolve("datasets").toAbsolutePath();
    }
}

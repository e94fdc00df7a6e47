package org.distaff.tests.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/** Reads what a bundle's manifest asks for. */
final class Manifests {

    private Manifests() {
    }

    /** Names in Require-Bundle and Import-Package, without attributes. */
    static List<String> requirements(Path bundle) throws IOException {
        try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            var attributes = new Manifest(in).getMainAttributes();
            List<String> names = new ArrayList<>();
            for (String header : List.of("Require-Bundle", "Import-Package")) {
                String value = attributes.getValue(header);
                if (value != null) {
                    // a comma inside quotes belongs to a version range
                    for (String clause : value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                        names.add(clause.split(";")[0].strip());
                    }
                }
            }
            return names;
        }
    }
}

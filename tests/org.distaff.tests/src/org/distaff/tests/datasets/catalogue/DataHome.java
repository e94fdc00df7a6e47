package org.distaff.tests.datasets.catalogue;

import java.nio.file.Path;

/** A data folder of its own for a test, instead of the user's. */
final class DataHome implements AutoCloseable {

    private static final String PROPERTY = "distaff.data";

    private final String before = System.getProperty(PROPERTY);

    DataHome(Path folder) {
        System.setProperty(PROPERTY, folder.toString());
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }
}

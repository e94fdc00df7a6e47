package org.distaff.ui.results;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Lets Eclipse Collections, on which NatTable stands, find its own implementation. It looks for it with ServiceLoader, which sees
 * nothing across bundles unless SPI Fly is told of both; that is done here, before the first table, and not at start-up, since
 * the command line needs none of it.
 */
final class CollectionServices {

    private static final String API = "org.eclipse.collections.api";
    private static final String IMPLEMENTATION = "org.eclipse.collections.impl";
    private static final String SPI_FLY = "org.apache.aries.spifly.dynamic.bundle";
    /** Kept, or the level set below would be forgotten with the logger. */
    private static final Logger LOGGER = Logger.getLogger("org.apache.aries.spifly");

    private static boolean enabled;

    private CollectionServices() {
    }

    static synchronized void enable() {
        if (enabled) {
            return;
        }
        enabled = true;
        LOGGER.setLevel(Level.WARNING); // it names every one of hundreds of providers
        System.setProperty("org.apache.aries.spifly.auto.consumers", API);
        System.setProperty("org.apache.aries.spifly.auto.providers", IMPLEMENTATION);
        for (String name : new String[] {SPI_FLY, IMPLEMENTATION}) {
            Bundle bundle = Platform.getBundle(name);
            try {
                bundle.start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                ILog.of(CollectionServices.class).error("Bundle " + name + " cannot be started, so tables stay empty.", e);
            }
        }
    }
}

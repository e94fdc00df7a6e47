package org.distaff.ui.results;

import java.util.List;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * Brings the collections that the table widget uses to life. Their API looks for its implementation through the thread's class
 * loader, once, when a factory class is first used; inside OSGi that loader sees the API's bundle only, the factories would
 * stay empty, and the table would paint nothing without a word.
 */
final class TableCollections {

    private static final String PACKAGE = Lists.class.getPackageName() + ".";
    private static final List<String> FACTORIES = List.of("Bags", "BiMaps", "Lists", "Maps", "Sets", "SortedBags",
            "SortedMaps", "SortedSets", "Stacks", "primitive.IntBags", "primitive.IntIntMaps", "primitive.IntLists",
            "primitive.IntObjectMaps", "primitive.IntSets", "primitive.IntStacks", "primitive.ObjectIntMaps");

    private TableCollections() {
    }

    /** Loads the factories; must come before the first table, and may come again. */
    static void load() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(FastList.class.getClassLoader());
        try {
            for (String factory : FACTORIES) {
                Class.forName(PACKAGE + factory, true, Lists.class.getClassLoader());
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e); // the list above names what the library has
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

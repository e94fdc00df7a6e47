package org.distaff.ui;

/** Topics of the event broker; the data of each is the path of a store folder, a {@link String}. */
public final class Topics {

    /** A store was chosen to be looked at. */
    public static final String STORE_OPEN = "org/distaff/store/open";
    /** A cell of a store was finished. */
    public static final String CELL_FINISHED = "org/distaff/cell/finished";

    private Topics() {
    }
}

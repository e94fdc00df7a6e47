package org.distaff.ui.results;

import org.distaff.ui.ThemeHandler;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.style.theme.DarkNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.style.theme.ModernNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.style.theme.ThemeConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * Gives the table the colours of a native one, which the workbench theme styles. The theme leaves out what is in a tab
 * behind others until that comes to the front, and tells nobody; so colours are compared whenever the table is painted.
 */
final class TableColours {

    /** How far headers and lines stand off the background, as parts of the way to the text's colour. */
    private static final double HEADER = 0.08;
    private static final double LINE = 0.14;

    private final NatTable table;
    private final Control model;
    private Look given;

    private TableColours(NatTable table, Control model) {
        this.table = table;
        this.model = model;
    }

    /**
     * From now on the table looks like another one.
     *
     * @param model in front whenever the table is, or the theme may not have styled it yet
     */
    static void follow(NatTable table, Control model) {
        TableColours colours = new TableColours(table, model);
        colours.give();
        table.addListener(SWT.Paint, e -> colours.give());
    }

    private void give() {
        Look look = Look.of(model);
        if (!look.equals(given)) {
            given = look;
            table.setTheme(theme(look));
        }
    }

    /** @param dark whether sort arrows are drawn light */
    private record Look(Color ground, Color text, Color selected, Color selectedText, boolean dark) {

        static Look of(Control model) {
            return new Look(model.getBackground(), model.getForeground(),
                    model.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION),
                    model.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT), ThemeHandler.isDark());
        }
    }

    private static ThemeConfiguration theme(Look look) {
        ModernNatTableThemeConfiguration theme = look.dark ? new Dark() : new Light();
        Color ground = look.ground;
        Color text = look.text;
        Color header = between(ground, text, HEADER);
        Color selected = look.selected;
        Color selectedText = look.selectedText;
        theme.defaultBgColor = ground;
        theme.defaultFgColor = text;
        theme.evenRowBgColor = ground;
        theme.evenRowFgColor = text;
        theme.oddRowBgColor = ground;
        theme.oddRowFgColor = text;
        theme.cHeaderBgColor = header;
        theme.cHeaderFgColor = text;
        theme.cHeaderGradientBgColor = header;
        theme.cHeaderGradientFgColor = header;
        theme.cHeaderSelectionBgColor = header;
        theme.cHeaderSelectionFgColor = text;
        theme.cHeaderSelectionGradientBgColor = header;
        theme.cHeaderSelectionGradientFgColor = header;
        theme.cHeaderFullSelectionBgColor = header;
        theme.cHeaderFullSelectionFgColor = text;
        theme.defaultSelectionBgColor = selected;
        theme.defaultSelectionFgColor = selectedText;
        theme.selectionAnchorSelectionBgColor = selected;
        theme.selectionAnchorSelectionFgColor = selectedText;
        theme.selectionAnchorBorderStyle = null;
        theme.selectionAnchorSelectionBorderStyle = null;
        theme.gridLineColor = between(ground, text, LINE);
        return theme;
    }

    /** The header of a selected column looks like the others, and so does its sort arrow. */
    private static final class Light extends ModernNatTableThemeConfiguration {

        @Override
        public void createPainterInstances() {
            super.createPainterInstances();
            selectedSortHeaderCellPainter = sortHeaderCellPainter;
        }
    }

    private static final class Dark extends DarkNatTableThemeConfiguration {

        @Override
        public void createPainterInstances() {
            super.createPainterInstances();
            selectedSortHeaderCellPainter = sortHeaderCellPainter;
        }
    }

    private static Color between(Color from, Color to, double part) {
        return new Color(new RGB(mix(from.getRed(), to.getRed(), part), mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part)));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}

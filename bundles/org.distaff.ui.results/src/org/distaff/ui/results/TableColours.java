package org.distaff.ui.results;

import org.eclipse.nebula.widgets.nattable.style.theme.DarkNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.style.theme.ModernNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.style.theme.ThemeConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Gives the table the colours of a native table beside it, which the workbench theme has styled already. */
final class TableColours {

    /** How far headers and lines stand off the background, as parts of the way to the text's colour. */
    private static final double HEADER = 0.08;
    private static final double LINE = 0.14;

    private TableColours() {
    }

    /** @param dark whether sort arrows are drawn light */
    static ThemeConfiguration like(Control model, boolean dark) {
        ModernNatTableThemeConfiguration theme = dark ? new Dark() : new Light();
        Color ground = model.getBackground();
        Color text = model.getForeground();
        Color header = between(ground, text, HEADER);
        Color selected = model.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        Color selectedText = model.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
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

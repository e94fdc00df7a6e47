package org.distaff.plot;

/** Something that can be drawn with any pen. */
public interface Figure {

    double width();

    double height();

    void draw(Pen pen, Theme theme);
}

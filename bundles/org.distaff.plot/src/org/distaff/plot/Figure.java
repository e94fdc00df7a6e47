package org.distaff.plot;

import java.util.List;
import java.util.Optional;

import org.distaff.core.metric.Matrix;

/** Something that can be drawn with any pen. */
public interface Figure {

    double width();

    double height();

    void draw(Pen pen, Theme theme);

    /** What stands at a place, in words and with every digit, for those who point at it; nothing by default. */
    default Optional<String> at(double x, double y) {
        return Optional.empty();
    }

    /** The numbers behind it, for those who calculate on; none by default. */
    default List<Matrix> tables() {
        return List.of();
    }
}

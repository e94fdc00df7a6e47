package org.distaff.datasets.raven;

import java.util.Arrays;

import org.distaff.core.data.ObservationShape;

/**
 * Where the fourteen panels of a puzzle stand in its picture: three rows of three cells, the last one empty, and three
 * rows of two answers to the right of them.
 *
 * @param side pixels of a panel's side
 */
public record RavenBoard(int side) {

    private static final int GAP = 4;
    private static final int SEPARATOR = 8;
    /** A colour that no panel's background has. */
    private static final float[] COLOUR = {0.16f, 0.2f, 0.3f};

    /** Shape of the picture. */
    public ObservationShape shape() {
        return new ObservationShape(3, GAP + 3 * (side + GAP), GAP + 5 * (side + GAP) + SEPARATOR);
    }

    /** A picture without panels, channel by channel. */
    float[] empty() {
        float[] picture = new float[shape().values()];
        int plane = picture.length / 3;
        for (int c = 0; c < 3; c++) {
            Arrays.fill(picture, c * plane, (c + 1) * plane, COLOUR[c]);
        }
        return picture;
    }

    /** Copies a panel of {@code 3 × side × side} values into a picture. */
    void place(float[] panel, int i, float[] picture) {
        for (int line = 0; line < 3 * side; line++) {
            System.arraycopy(panel, line * side, picture, start(i, line), side);
        }
    }

    /**
     * Takes a panel out of a picture.
     *
     * @param i       which one: 0 … 7 the context row by row, 8 … 13 the answers
     * @param picture an observation, channel by channel
     * @return {@code 3 × side × side} values
     */
    public float[] panel(int i, float[] picture) {
        float[] panel = new float[3 * side * side];
        for (int line = 0; line < 3 * side; line++) {
            System.arraycopy(picture, start(i, line), panel, line * side, side);
        }
        return panel;
    }

    /** Where a line of a panel begins in a picture; lines count through all channels. */
    private int start(int i, int line) {
        boolean answer = i >= RavenPuzzle.CONTEXT;
        int row = answer ? (i - RavenPuzzle.CONTEXT) / 2 : i / 3;
        int column = answer ? 3 + (i - RavenPuzzle.CONTEXT) % 2 : i % 3;
        int left = GAP + column * (side + GAP) + (answer ? SEPARATOR : 0);
        int top = GAP + row * (side + GAP);
        ObservationShape shape = shape();
        return (line / side * shape.height() + top + line % side) * shape.width() + left;
    }
}

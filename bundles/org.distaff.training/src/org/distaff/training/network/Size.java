package org.distaff.training.network;

/** Height and width of a kernel, a stride or a padding. */
public record Size(int height, int width) {

    /** The same both ways. */
    public static Size of(int side) {
        return new Size(side, side);
    }

    /** [height, width]. */
    public long[] pair() {
        return new long[] {height, width};
    }

    @Override
    public String toString() {
        return height == width ? Integer.toString(height) : height + "×" + width;
    }
}

package org.distaff.plot.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** GIF's variable-width LZW (CompuServe, Graphics Interchange Format, Version 89a, appendix F) for 8-bit indices. */
final class GifLzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_WIDTH = 9;
    private static final int LARGEST = 4096;
    private static final int BLOCK = 255;

    private final ByteArrayOutputStream codes = new ByteArrayOutputStream();
    private int bits;
    private int pending;

    private GifLzw() {
    }

    static void write(ByteArrayOutputStream out, byte[] indices) {
        GifLzw writer = new GifLzw();
        writer.compress(indices);
        byte[] data = writer.codes.toByteArray();
        out.write(8);
        for (int at = 0; at < data.length; at += BLOCK) {
            int length = Math.min(BLOCK, data.length - at);
            out.write(length);
            out.write(data, at, length);
        }
        out.write(0);
    }

    private void compress(byte[] indices) {
        int[] children = new int[LARGEST * 256]; // code of (prefix, index); 0 for none
        int next = END + 1;
        int width = FIRST_WIDTH;
        put(CLEAR, width);
        int prefix = indices[0] & 255;
        for (int i = 1; i < indices.length; i++) {
            int index = indices[i] & 255;
            int child = children[prefix * 256 + index];
            if (child != 0) {
                prefix = child;
                continue;
            }
            put(prefix, width);
            if (next == LARGEST) {
                put(CLEAR, width);
                Arrays.fill(children, 0);
                next = END + 1;
                width = FIRST_WIDTH;
            } else {
                if (next == 1 << width) {
                    width++;
                }
                children[prefix * 256 + index] = next++;
            }
            prefix = index;
        }
        put(prefix, width);
        put(END, width);
        if (bits > 0) {
            codes.write(pending);
        }
    }

    private void put(int code, int width) {
        pending |= code << bits;
        bits += width;
        while (bits >= 8) {
            codes.write(pending);
            pending >>>= 8;
            bits -= 8;
        }
    }
}

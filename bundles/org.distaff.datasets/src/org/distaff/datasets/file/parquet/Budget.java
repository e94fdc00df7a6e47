package org.distaff.datasets.file.parquet;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/** Bytes that the pages of one file may still unpack to: 200 times its size, and in any case between 16 and 512 MiB. */
final class Budget {

    private static final long RATIO = 200;
    private static final long LEAST = 1L << 24;
    private static final long MOST = 1L << 29;

    private final Bytes bytes;
    private long left;

    Budget(Bytes bytes) {
        this.bytes = bytes;
        this.left = Math.clamp(RATIO * bytes.size(), LEAST, MOST);
    }

    void spend(long more) {
        left -= more;
        if (left < 0) {
            throw Problem.input(bytes.name() + " unpacks to more than " + RATIO + " times its size, or to more than "
                    + (MOST >> 20) + " MiB; it is refused.");
        }
    }
}

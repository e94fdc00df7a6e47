package org.distaff.tests.datasets.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;

/** Damages files the same way every time. */
final class Damage {

    private static final long[] LIES = {0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFFL, 0x1_0000_0000L,
        Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 40};

    private Damage() {
    }

    /** The file with damage number {@code number}: cut short, bits flipped, numbers replaced, parts moved. */
    static byte[] of(byte[] file, long number) {
        RandomGenerator random = RandomStreams.derive(number, "damage");
        byte[] bytes = file.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 8; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> lie(bytes, at, random);
                case 4 -> bytes[at] = (byte) random.nextInt(256);
                default -> {
                    int length = random.nextInt(Math.min(64, bytes.length - at));
                    System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static void lie(byte[] bytes, int at, RandomGenerator random) {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES)
                .order(random.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(0, LIES[random.nextInt(LIES.length)]);
        int width = 1 << random.nextInt(4);
        System.arraycopy(buffer.array(), 0, bytes, at, Math.min(width, bytes.length - at));
    }
}

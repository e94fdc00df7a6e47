package org.distaff.core.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random streams derived from (seed, purpose). Equal seed and purpose give equal numbers on every platform; different
 * purposes give independent streams, so adding a consumer never shifts the numbers of another.
 */
public final class RandomStreams {

    /** Algorithm of every stream. */
    public static final String ALGORITHM = "L64X128MixRandom";

    private RandomStreams() {
    }

    /** A stream of its own for a purpose ("metric/mig/train"). */
    public static RandomGenerator derive(long seed, String purpose) {
        return RandomGeneratorFactory.of(ALGORITHM).create(digest(seed, purpose));
    }

    /** A 64-bit seed for engines that own their generator (libtorch). */
    public static long seed(long seed, String purpose) {
        return ByteBuffer.wrap(digest(seed, purpose)).getLong();
    }

    private static byte[] digest(long seed, String purpose) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return sha.digest(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

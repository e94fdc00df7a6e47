package org.distaff.tests.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    /**
     * SHA-256 of the seed (8 bytes, big-endian) and the purpose, and from it L64X128Mix as in Steele and Vigna, LXM:
     * Better Splittable Pseudorandom Number Generators, OOPSLA 2021, Fig. 1; both computed outside Java with integers
     * of any size.
     */
    @Test
    void firstNumbersAreTheAlgorithms() {
        RandomGenerator stream = RandomStreams.derive(0, "points/train");
        assertEquals(-7808921488586534956L, stream.nextLong());
        assertEquals(4081308364367916232L, stream.nextLong());
        assertEquals(-3312894643010214563L, stream.nextLong());
        RandomGenerator other = RandomStreams.derive(-7, "größe");
        assertEquals(896455091181799980L, other.nextLong());
        assertEquals(-6167475917111537803L, other.nextLong());
        assertEquals(769371230019949683L, other.nextLong());
        assertEquals(3590408165460896539L, RandomStreams.seed(0, "points/train"));
        assertEquals(2779400676911794974L, RandomStreams.seed(-7, "größe"));
    }

    @Test
    void streamsOfOtherPurposesAndSeedsShareNothing() {
        Set<Long> numbers = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            for (String purpose : new String[] {"", "a", "b", "ab", "points/train", "points/test"}) {
                RandomGenerator stream = RandomStreams.derive(seed, purpose);
                for (int i = 0; i < 100; i++) {
                    numbers.add(stream.nextLong());
                }
            }
        }
        // 12,000 draws of 64 bits: two equal ones have a chance of 12,000²/2⁶⁵ < 1e-11
        assertEquals(20 * 6 * 100, numbers.size());
    }

    @Test
    void streamsOfTwoPurposesAreUncorrelated() {
        RandomGenerator a = RandomStreams.derive(3, "a");
        RandomGenerator b = RandomStreams.derive(3, "b");
        int points = 100_000;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += (a.nextDouble() - 0.5) * (b.nextDouble() - 0.5) * 12;
        }
        // the correlation of independent streams has standard deviation 1/√100,000 = 0.0032; five of them
        assertEquals(0, sum / points, 0.016);
    }

    @Test
    void aStreamDoesNotDependOnItsNeighbours() {
        RandomGenerator alone = RandomStreams.derive(5, "mine");
        RandomGenerator beside = RandomStreams.derive(5, "mine");
        RandomStreams.derive(5, "yours").nextLong();
        long first = beside.nextLong();
        assertEquals(alone.nextLong(), first);
        assertNotEquals(first, RandomStreams.derive(5, "yours").nextLong());
    }
}

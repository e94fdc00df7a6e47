package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.distaff.metrics.work.Workers;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void everyTaskIsDoneOnceAndSlotsDoNotOverlap() {
        int[] done = new int[1000];
        AtomicInteger[] inSlot = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        try (Workers workers = new Workers(3)) {
            workers.each(done.length, (slot, task) -> {
                assertEquals(1, inSlot[slot].incrementAndGet());
                done[task]++;
                inSlot[slot].decrementAndGet();
            });
        }
        assertTrue(Arrays.stream(done).allMatch(times -> times == 1));
    }

    @Test
    void tasksThatNeedMuchMemoryShareAThirdOfTheHeap() {
        try (Workers workers = new Workers(4, 3_000)) {
            assertEquals(4, workers.threads(0));
            assertEquals(2, workers.threads(500)); // two of 500 are a third of 3,000
            assertEquals(1, workers.threads(501));
            assertEquals(1, workers.threads(1_000_000)); // somebody has to
            workers.each(100, 400, (slot, task) -> assertTrue(slot < 2, "slot " + slot));
        }
    }

    @Test
    void theFirstFailureIsTheCallers() {
        try (Workers workers = new Workers(2)) {
            IllegalStateException told = assertThrows(IllegalStateException.class, () -> workers.each(50, task -> {
                if (task == 7) {
                    throw new IllegalStateException("seven");
                }
            }));
            assertEquals("seven", told.getMessage());
        }
    }
}

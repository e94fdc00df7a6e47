package org.distaff.models.draw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.random.RandomStreams;

/**
 * Observations drawn once from a data set's training distribution and kept in memory.
 *
 * @param values {@code n × P} values, observation by observation
 * @param rows   their factor rows, {@code n × K}
 */
public record DrawnObservations(float[] values, int[] rows) {

    /** @param purpose names the random stream, beginning with the model's family */
    public static DrawnObservations of(TrainingContext context, int count, String purpose) {
        Dataset dataset = context.dataset();
        int width = dataset.observation().values();
        int k = dataset.factors().count();
        RandomGenerator random = RandomStreams.derive(context.seed(), purpose);
        int[] rows = dataset.training().draw(count, random);
        float[] values = new float[Math.multiplyExact(count, width)];
        FloatBuffer one = ByteBuffer.allocateDirect(width * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int n = 0; n < count; n++) {
            context.progress().check();
            dataset.observe(Arrays.copyOfRange(rows, n * k, (n + 1) * k), random, one.clear());
            one.flip().get(values, n * width, width);
        }
        return new DrawnObservations(values, rows);
    }
}

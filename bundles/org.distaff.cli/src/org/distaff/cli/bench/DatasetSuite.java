package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.core.registry.Contributions;

/** Random observations of every data set at its default parameters, one thread. */
final class DatasetSuite implements Suite {

    private static final int BATCH = 256;
    private static final int WARM_BATCHES = 80;
    private static final int BATCHES = 400;

    @Override
    public List<Measurement> run(Contributions contributions, Progress progress) throws IOException {
        List<Measurement> found = new ArrayList<>();
        for (DatasetProvider provider : contributions.datasets()) {
            String id = provider.describe().id();
            progress.report((double) found.size() / contributions.datasets().size(), id);
            Dataset dataset = provider.open(Parameters.defaults(provider));
            observe(dataset, WARM_BATCHES, progress);
            double seconds = CpuClock.seconds(() -> observe(dataset, BATCHES, progress));
            found.add(new Measurement(id, seconds, (double) BATCH * BATCHES, "observations"));
        }
        return found;
    }

    private static void observe(Dataset dataset, int batches, Progress progress) {
        RandomGenerator random = RandomStreams.derive(0, "bench/datasets");
        FloatBuffer target = FloatBuffer.allocate(BATCH * dataset.observation().values());
        for (int i = 0; i < batches; i++) {
            progress.check();
            dataset.observe(Dataset.sample(dataset, BATCH, random), random, target.clear());
        }
    }
}

package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.command.Invocation;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ImportableDataset;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.core.registry.Contributions;

/**
 * Opening every data set that can be opened at its default parameters, its first batch, for which some compute what they
 * keep, and random observations afterwards, one thread. Data sets that were imported come first, so that the resident
 * memory is theirs. Observations are drawn several times, the same ones: the last time files are cached and code is
 * compiled.
 */
final class DatasetSuite implements Suite {

    private static final int BATCH = 64;
    private static final double SECONDS = 1;

    @Override
    public List<Measurement> run(Invocation invocation) throws IOException {
        Contributions contributions = invocation.contributions();
        Progress progress = invocation.progress();
        List<DatasetProvider> ready = new ArrayList<>();
        contributions.datasets().stream().filter(p -> p instanceof ImportableDataset i && !i.imported().isEmpty())
                .forEach(ready::add);
        contributions.datasets().stream().filter(p -> !(p instanceof ImportableDataset)
                && p.describe().parameters().stream().noneMatch(DatasetSuite::asksForFiles)).forEach(ready::add);
        List<Measurement> found = new ArrayList<>();
        for (DatasetProvider provider : ready) {
            String id = provider.describe().id();
            progress.report(found.size() / 3.0 / ready.size(), id);
            Parameters parameters = Parameters.defaults(provider);
            provider.open(parameters);
            Dataset[] opened = new Dataset[1];
            found.add(new Measurement(id + ", opening", CpuClock.cost(() -> opened[0] = provider.open(parameters)), 1,
                    "openings", Double.NaN));
            found.add(new Measurement(id + ", first batch", CpuClock.cost(() -> observe(opened[0], 1, progress)), BATCH,
                    "observations", Double.NaN));
            int batches = batches(opened[0], progress);
            observe(opened[0], batches, progress); // by now the code is compiled and the files are cached
            found.add(new Measurement(id, CpuClock.cost(() -> observe(opened[0], batches, progress)),
                    (double) BATCH * batches, "observations", Double.NaN));
        }
        return found;
    }

    private static boolean asksForFiles(Parameter parameter) {
        return parameter.required() || parameter.type() == Parameter.Type.PATH && parameter.defaultValue() == null;
    }

    /** Draws ever more batches from the first on, until they take about a second; how many there were at last. */
    private static int batches(Dataset dataset, Progress progress) throws IOException {
        int batches = 1;
        double seconds = 0;
        while (seconds < SECONDS / 2) {
            batches *= 2;
            int now = batches;
            seconds = CpuClock.seconds(() -> observe(dataset, now, progress));
        }
        return batches;
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

package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.command.Invocation;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ImportOptions;
import org.distaff.core.data.ImportableDataset;
import org.distaff.core.describe.Parameter;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;

/**
 * Every data set that can be opened at its default parameters: published ones that were imported, others on files made
 * for the purpose, and generators. Published ones come first, so that the resident memory is theirs.
 */
final class DatasetSuite implements Suite {

    /** Share of the time that files of one data set and their import take, about. */
    private static final double FILES = 0.3;

    @Override
    public List<Measurement> run(Invocation invocation) throws IOException {
        Contributions contributions = invocation.contributions();
        Progress progress = invocation.progress();
        List<Measurement> found = new ArrayList<>();
        if (!invocation.parameters().flag("generators")) {
            List<DatasetProvider> imported = imported(contributions);
            measure(imported, progress.part(0, 0), found);
            List<String> ids = OwnFiles.ids().stream().filter(id -> contributions.datasets().stream()
                    .anyMatch(p -> p.describe().id().equals(id)) && imported.stream()
                    .noneMatch(p -> p.describe().id().equals(id))).toList();
            for (int i = 0; i < ids.size(); i++) {
                own(ids.get(i), invocation, progress.part(i * FILES, (i + 1) * FILES), found);
            }
        }
        measure(contributions.datasets().stream().filter(p -> !(p instanceof ImportableDataset) && isReady(p)).toList(),
                progress.part(OwnFiles.ids().size() * FILES, 1), found);
        return found;
    }

    private static List<DatasetProvider> imported(Contributions contributions) {
        return contributions.datasets().stream()
                .filter(p -> p instanceof ImportableDataset i && !i.imported().isEmpty() && isReady(p)).toList();
    }

    private static boolean isReady(DatasetProvider provider) {
        return provider.describe().parameters().stream().noneMatch(DatasetSuite::asksForFiles);
    }

    private static boolean asksForFiles(Parameter parameter) {
        return parameter.required() || parameter.type() == Parameter.Type.PATH && parameter.defaultValue() == null;
    }

    /** Makes files of a published data set's size, imports them, and measures what is made of them. */
    private static void own(String id, Invocation invocation, Progress progress, List<Measurement> found)
            throws IOException {
        ImportableDataset dataset = (ImportableDataset) invocation.contributions().dataset(id);
        try (OwnFiles files = new OwnFiles(Path.of(invocation.parameters().optional("scratch")
                .orElse(System.getProperty("java.io.tmpdir"))))) {
            String missing = files.missingRoom(id);
            if (!missing.isEmpty()) {
                invocation.err().println(missing);
                return;
            }
            Path file = files.write(id, progress.part(0, 0.4));
            Progress rest = progress.part(0.4, 1);
            found.add(new Measurement(id + ", import", CpuClock.cost(() -> dataset.install(List.of(file),
                    new ImportOptions(false, true), rest)), dataset.card().observations(), "observations", Double.NaN));
            measure(imported(invocation.contributions()), progress.part(1, 1), found);
        }
    }

    private static void measure(List<DatasetProvider> providers, Progress progress, List<Measurement> found)
            throws IOException {
        for (int i = 0; i < providers.size(); i++) {
            progress.report((double) i / providers.size(), providers.get(i).describe().id());
            found.addAll(new DatasetTimes(providers.get(i), progress).measure());
        }
    }
}

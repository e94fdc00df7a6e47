package org.distaff.cli.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.distaff.cli.input.InputFile;
import org.distaff.cli.output.Json;
import org.distaff.core.command.Invocation;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ImportOptions;
import org.distaff.core.data.ImportableDataset;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.Problem;

/** {@code distaff dataset import}: verifies the files of a published data set and makes them known. */
public final class ImportAction implements DatasetAction {

    private static final String DOWNLOAD = "download";
    private static final String COPY = "copy";
    private static final String UNVERIFIED = "unverified";

    @Override
    public String word() {
        return "import";
    }

    @Override
    public String help() {
        return "verifies the files of a published data set (names, digests, headers), unpacks them where they cannot be "
                + "read at random, and remembers where they are. The data folder is ~/.local/share/distaff/datasets, or "
                + "what the environment variable DISTAFF_DATA names.";
    }

    @Override
    public List<Parameter> options() {
        return List.of(
                Parameter.flag(DOWNLOAD, false).meaning("import: fetch the published files instead of naming them; goes "
                        + "on where a former download stopped"),
                Parameter.flag(COPY, false).meaning("import: copy files that are read in place, so that they may be "
                        + "removed afterwards"),
                Parameter.flag(UNVERIFIED, false).meaning("import: take files with another digest than the published "
                        + "ones, such as a mirror's; 'dataset info' and the digest in all results then say so"),
                Options.JSON);
    }

    @Override
    public void run(DatasetProvider provider, Invocation invocation) throws IOException {
        String id = provider.describe().id();
        if (!(provider instanceof ImportableDataset importable)) {
            throw Problem.input("Data set '" + id + "' needs no import; it is ready to use.");
        }
        List<Path> files = new ArrayList<>();
        for (String file : invocation.parameters().list("files")) {
            files.add(InputFile.path(file, "import"));
        }
        boolean download = invocation.parameters().flag(DOWNLOAD);
        if (download && !files.isEmpty()) {
            throw Problem.input("--download fetches the files itself; leave out " + files.get(0) + ", or the option.");
        }
        if (download) {
            files = importable.download(invocation.progress().part(0, 0.7));
        }
        ImportOptions options = new ImportOptions(invocation.parameters().flag(COPY),
                invocation.parameters().flag(UNVERIFIED));
        List<ImportedFile> imported = importable.install(files, options,
                download ? invocation.progress().part(0.7, 1) : invocation.progress());
        if (invocation.parameters().flag("json")) {
            invocation.out().print(Json.text(Map.of("id", id, "imported",
                    imported.stream().map(DatasetFacts::json).toList())));
            return;
        }
        for (ImportedFile file : imported) {
            invocation.out().println(DatasetFacts.words(file));
        }
        invocation.out().println("Data set '" + id + "' is ready.");
    }
}

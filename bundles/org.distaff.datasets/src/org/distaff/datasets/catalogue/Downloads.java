package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/** Downloads the files of a data set. */
final class Downloads {

    private Downloads() {
    }

    /**
     * Downloads the first set of files of which each has a link; files that are there already are kept.
     *
     * @throws Problem when none is offered, or a download fails
     */
    static List<Path> of(String id, DatasetCard card, Path folder, Progress progress) throws IOException {
        List<DatasetFile> set = card.alternatives().stream()
                .filter(s -> s.stream().noneMatch(file -> file.mirrors().isEmpty())).findFirst()
                .orElseThrow(() -> Problem.input("Data set '" + id + "' is not offered for download; get it from "
                        + card.homepage() + " and run 'distaff dataset import " + id + " FILE…'."));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            DatasetFile file = set.get(i);
            Path target = folder.resolve("downloads").resolve(file.name());
            new Download(file.mirrors(), file.md5(), target)
                    .run(progress.part((double) i / set.size(), (i + 1.0) / set.size()));
            files.add(target);
        }
        return files;
    }
}

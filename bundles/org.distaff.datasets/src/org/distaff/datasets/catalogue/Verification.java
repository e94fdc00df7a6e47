package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.Digests;

/** Compares the user's files with the published digests. */
final class Verification {

    private Verification() {
    }

    /**
     * Reads every file once.
     *
     * @param unverified whether files with another digest are taken all the same
     * @return one file for each published one; files that belong to a pattern are told as their folder
     * @throws Problem (input) when a file is not the published one
     */
    static List<ImportedFile> of(SourceFiles files, boolean unverified, Progress progress) throws IOException {
        List<ImportedFile> imported = new ArrayList<>();
        double done = 0;
        for (DatasetFile published : files.set()) {
            List<ImportedFile> group = new ArrayList<>();
            for (Path file : files.found().get(published.name())) {
                double share = 1.0 / files.all().size();
                Digests digests = Digests.of(file, progress.part(done, done += share));
                ImportedFile.Origin origin = origin(published, digests);
                if (origin == ImportedFile.Origin.DIFFERENT && !unverified) {
                    throw Problem.input(file + " is not the published file: its MD5 is " + digests.md5()
                            + " instead of " + published.md5() + "; download it again, or take it as it is with "
                            + "--unverified, which its results will tell.");
                }
                group.add(new ImportedFile(file, digests.bytes(), digests.sha256(), origin));
            }
            imported.add(group.size() == 1 ? group.get(0) : new ImportedFile(group.get(0).path().getParent(),
                    group.stream().mapToLong(ImportedFile::bytes).sum(), combined(group), group.get(0).origin()));
        }
        return imported;
    }

    private static ImportedFile.Origin origin(DatasetFile published, Digests digests) {
        if (published.md5().isEmpty()) {
            return ImportedFile.Origin.UNKNOWN;
        }
        return published.md5().equals(digests.md5()) ? ImportedFile.Origin.PUBLISHED : ImportedFile.Origin.DIFFERENT;
    }

    /** One digest for several files. */
    static String combined(List<ImportedFile> files) {
        MessageDigest sha256 = Digests.digest("SHA-256");
        files.forEach(file -> sha256.update(file.sha256().getBytes(StandardCharsets.US_ASCII)));
        return Digests.hex(sha256);
    }
}

package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.file.Path;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.ImageStream;

/** How the files of a data set become images. */
@FunctionalInterface
public interface Preparation {

    /** Images that are read at random where they stand, or copied into a cache first. */
    sealed interface Images {

        /** Bytes, pixel by pixel, that stand uncompressed in one of the files. */
        record InPlace(Path file, long position, ObservationShape shape, long count) implements Images {
        }

        /** Images to be copied. */
        record Converted(ImageStream stream) implements Images {
        }
    }

    /**
     * Opens the images.
     *
     * @param workspace an empty folder that is deleted afterwards
     * @throws Problem (input) when the files are not what they should be
     */
    Images prepare(SourceFiles files, Path workspace, Progress progress) throws IOException;
}

package org.distaff.datasets.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ImageStream;
import org.distaff.datasets.file.image.Picture;
import org.distaff.datasets.file.image.PictureFile;
import org.distaff.datasets.file.image.Resampling;

/** CelebA's aligned faces in the order of their numbers: the middle 148×148 of 178×218 pixels, resized to 64×64. */
final class FaceImages implements ImageStream {

    private static final int SIDE = 64;
    private static final int CROP = 148;

    private final List<Path> files;
    private int next;

    /** @throws Problem (input) unless the files are called 000001.jpg and so on without a gap */
    FaceImages(List<Path> files) {
        this.files = files;
        for (int i = 0; i < files.size(); i++) {
            String expected = name(i);
            if (!files.get(i).endsWith(expected)) {
                throw Problem.input(files.get(i) + " stands where " + expected + " should be; give the folder of the "
                        + "aligned faces and nothing else.");
            }
        }
    }

    /** Name of image {@code i}, counted from 0. */
    static String name(int i) {
        return String.format(Locale.ROOT, "%06d.jpg", i + 1);
    }

    @Override
    public long count() {
        return files.size();
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(3, SIDE, SIDE);
    }

    @Override
    public void next(byte[] image) {
        Path file = files.get(next++);
        Picture face = PictureFile.read(FileBytes.open(file)).withChannels(3);
        if (face.width() < CROP || face.height() < CROP) {
            throw Problem.input(file + " has " + face.width() + "×" + face.height() + " pixels; aligned faces have "
                    + "178×218.");
        }
        Picture middle = face.crop((face.width() - CROP) / 2, (face.height() - CROP) / 2, CROP, CROP);
        System.arraycopy(Resampling.LANCZOS.resize(middle, SIDE, SIDE).values(), 0, image, 0, image.length);
    }
}

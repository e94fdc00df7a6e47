package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ImageStream;
import org.distaff.datasets.file.image.Picture;
import org.distaff.datasets.file.image.Resampling;
import org.distaff.datasets.file.matlab.MatArray;
import org.distaff.datasets.file.matlab.MatFile;

/**
 * Cars3D's images in the order car, azimuth, elevation, the last one fastest, resized to 64×64 as the reference does.
 * Cars are in the order of their files' names: the reference takes the order of the file system, which differs from
 * machine to machine.
 */
final class CarImages implements ImageStream {

    private static final int SIDE = 64;
    private static final int AZIMUTHS = 24;
    private static final int ELEVATIONS = 4;
    private static final int PER_CAR = AZIMUTHS * ELEVATIONS;

    private final List<Path> cars;
    private MatArray car;
    private int next;

    /** @param cars one MAT-file per car, with a variable {@code im} of [height, width, 3, 24, 4] bytes */
    CarImages(List<Path> cars) {
        this.cars = cars;
    }

    @Override
    public long count() {
        return (long) cars.size() * PER_CAR;
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(3, SIDE, SIDE);
    }

    @Override
    public void next(byte[] image) throws IOException {
        if (next % PER_CAR == 0) {
            car = read(cars.get(next / PER_CAR));
        }
        int azimuth = next % PER_CAR / ELEVATIONS;
        int elevation = next % ELEVATIONS;
        next++;
        int height = car.shape()[0];
        int width = car.shape()[1];
        byte[] values = new byte[height * width * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    values[i++] = car.values()[y + height * (x + width * (c + 3 * (azimuth + AZIMUTHS * elevation)))];
                }
            }
        }
        Picture small = Resampling.LANCZOS.fit(new Picture(width, height, 3, values), SIDE, SIDE);
        System.arraycopy(small.values(), 0, image, 0, image.length);
    }

    private static MatArray read(Path file) throws IOException {
        MatArray car = MatFile.read(FileBytes.open(file), "im");
        int[] shape = car.shape();
        if (shape.length != 5 || shape[0] != shape[1] || shape[0] < SIDE || shape[2] != 3 || shape[3] != AZIMUTHS
                || shape[4] != ELEVATIONS || !car.isBytes()) {
            throw Problem.input(file + " holds 'im' of " + Arrays.toString(shape)
                    + " and not [128, 128, 3, 24, 4] bytes; check that it is a file of Cars3D.");
        }
        return car;
    }
}

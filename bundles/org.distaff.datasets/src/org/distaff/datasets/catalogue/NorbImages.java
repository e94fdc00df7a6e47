package org.distaff.datasets.catalogue;

import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.ImageStream;
import org.distaff.datasets.file.image.Picture;
import org.distaff.datasets.file.image.Resampling;
import org.distaff.datasets.file.norb.NorbMatrix;

/**
 * SmallNORB's images in the order category, instance, elevation, azimuth, lighting, the last one fastest: the first
 * camera of each pair, resized to 64×64 as the reference does.
 */
final class NorbImages implements ImageStream {

    private static final int SIDE = 64;
    private static final int INFO = 4;

    /**
     * A training or test part.
     *
     * @param images     [N, 2, height, width] bytes
     * @param categories [N]
     * @param info       [N, 4]: instance, elevation, azimuth in steps of two, lighting
     */
    record Part(NorbMatrix images, int[] categories, int[] info) {

        /** Reads the three files of a part. */
        static Part of(Bytes images, Bytes categories, Bytes info) {
            Part part = new Part(NorbMatrix.open(images), NorbMatrix.open(categories).integers(),
                    NorbMatrix.open(info).integers());
            int[] shape = part.images.shape();
            if (part.images.type() != NorbMatrix.Type.BYTE || shape.length != 4 || shape[1] != 2
                    || part.categories.length != shape[0] || part.info.length != INFO * shape[0]) {
                throw Problem.input(images.name() + ", " + categories.name() + " and " + info.name()
                        + " do not belong together; check that these are the files of one part.");
            }
            return part;
        }
    }

    private final List<Part> parts;
    /** Part of each place of the grid, and image in it. */
    private final int[][] places;
    private int next;

    /**
     * @param sizes categories, instances, elevations, azimuths, lightings
     * @throws Problem (input) unless each combination has one image
     */
    NorbImages(List<Part> parts, int... sizes) {
        this.parts = parts;
        this.places = new int[sizes[0] * sizes[1] * sizes[2] * sizes[3] * sizes[4]][];
        int filled = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            for (int n = 0; n < part.categories().length; n++) {
                int[] row = {part.categories()[n], part.info()[INFO * n], part.info()[INFO * n + 1],
                    part.info()[INFO * n + 2] / 2, part.info()[INFO * n + 3]};
                int place = 0;
                for (int a = 0; a < sizes.length; a++) {
                    if (row[a] < 0 || row[a] >= sizes[a]) {
                        throw wrong(part, "image " + n + " has the value " + row[a] + " where at most " + (sizes[a] - 1)
                                + " is possible");
                    }
                    place = place * sizes[a] + row[a];
                }
                if (places[place] != null) {
                    throw wrong(part, "image " + n + " repeats the factors of an earlier one");
                }
                places[place] = new int[] {p, n};
                filled++;
            }
        }
        if (filled < places.length) {
            throw wrong(parts.get(0), "only " + filled + " of " + places.length + " combinations of factors have an "
                    + "image");
        }
    }

    private static Problem wrong(Part part, String what) {
        return part.images().bytes().damaged(what + " (with its cat and info files)");
    }

    @Override
    public long count() {
        return places.length;
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(1, SIDE, SIDE);
    }

    @Override
    public void next(byte[] image) {
        int[] place = places[next++];
        NorbMatrix images = parts.get(place[0]).images();
        int height = images.shape()[2];
        int width = images.shape()[3];
        byte[] raw = images.bytes().range(images.start() + 2L * place[1] * height * width, height * width);
        Picture small = Resampling.LANCZOS.resize(new Picture(width, height, 1, raw), SIDE, SIDE);
        System.arraycopy(small.values(), 0, image, 0, image.length);
    }
}

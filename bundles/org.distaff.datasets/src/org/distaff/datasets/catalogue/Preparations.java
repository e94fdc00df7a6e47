package org.distaff.datasets.catalogue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.BoundedStream;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.TarArchive;
import org.distaff.datasets.file.hdf5.Hdf5Dataset;
import org.distaff.datasets.file.hdf5.Hdf5File;
import org.distaff.datasets.file.hdf5.Hdf5Images;
import org.distaff.datasets.file.numpy.NumpyArchive;
import org.distaff.datasets.file.numpy.NumpyImages;

/** How the files of the published data sets become images. */
public final class Preparations {

    private static final String NORB = "smallnorb-";

    private Preparations() {
    }

    /**
     * An array of a NumPy archive or HDF5 file, whichever the first file is by its beginning.
     *
     * @param name    of the array or data set
     * @param inPlace whether images that stand uncompressed are read where they are
     */
    public static Preparation array(String name, boolean inPlace) {
        return (files, workspace, progress) -> {
            Path file = files.all().get(0);
            FileBytes bytes = FileBytes.open(file);
            if (bytes.size() > 0 && bytes.range(0, 1)[0] == (byte) 0x89) {
                Hdf5Dataset dataset = Hdf5File.open(bytes).root().dataset(name);
                Hdf5Images images = new Hdf5Images(dataset);
                return inPlace && dataset.position().isPresent()
                        ? new Preparation.Images.InPlace(file, dataset.position().getAsLong(), images.shape(),
                                images.count())
                        : new Preparation.Images.Converted(images);
            }
            NumpyImages images = NumpyImages.of(NumpyArchive.open(bytes).need(name));
            return inPlace && images.isBytes() && images.member().position().isPresent()
                    ? new Preparation.Images.InPlace(file, images.member().position().getAsLong(), images.shape(),
                            images.count())
                    : new Preparation.Images.Converted(images.stream());
        };
    }

    /**
     * SmallNORB's matrices, gzipped or not.
     *
     * @param sizes categories, instances, elevations, azimuths, lightings
     */
    public static Preparation norb(int... sizes) {
        return (files, workspace, progress) -> {
            List<NorbImages.Part> parts = new ArrayList<>();
            for (String part : List.of("training", "testing")) {
                FileBytes[] matrices = new FileBytes[3];
                int i = 0;
                for (String kind : List.of("dat", "cat", "info")) {
                    Path file = files.all().stream()
                            .filter(f -> f.getFileName().toString().matches(NORB + ".*" + part + "-" + kind + "[.].*"))
                            .findFirst().orElseThrow();
                    matrices[i++] = FileBytes.open(unpacked(file, workspace, progress));
                }
                parts.add(NorbImages.Part.of(matrices[0], matrices[1], matrices[2]));
            }
            return new Preparation.Images.Converted(new NorbImages(parts, sizes));
        };
    }

    private static Path unpacked(Path file, Path workspace, Progress progress) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return file;
        }
        progress.report(0, "unpacking " + file.getFileName());
        Path target = workspace.resolve(file.getFileName().toString().replace(".gz", ""));
        try (InputStream in = new BoundedStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                Files.size(file), file.toString())) {
            Files.copy(in, target);
        } catch (ZipException | EOFException e) {
            throw Problem.input(file + " does not unpack; download it again.", e);
        }
        return target;
    }

    /** Cars3D's MAT-files, alone or in their archive. */
    public static Preparation cars() {
        return (files, workspace, progress) -> {
            List<Path> all = files.all();
            if (all.get(0).toString().endsWith(".gz")) {
                all = TarArchive.unpack(FileBytes.open(all.get(0)),
                        path -> path.endsWith(".mat") && path.contains("cars/"), workspace, progress);
            }
            return new Preparation.Images.Converted(new CarImages(all.stream()
                    .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString())).toList()));
        };
    }

    /** CelebA's aligned faces. */
    public static Preparation faces() {
        return (files, workspace, progress) -> new Preparation.Images.Converted(
                new FaceImages(files.found().get("*.jpg")));
    }
}

package org.distaff.datasets.file.hdf5;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;

/** An HDF5 file, read where it stands. Thread-safe. */
public final class Hdf5File {

    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private final Hdf5Space space;
    private final long root;

    private Hdf5File(Hdf5Space space, long root) {
        this.space = space;
        this.root = root;
    }

    /**
     * Reads the superblock.
     *
     * @throws Problem (input) when it is no HDF5 file or one of another version
     */
    public static Hdf5File open(Bytes bytes) {
        Hdf5Space whole = new Hdf5Space(bytes, 0, 8, 8);
        for (long at = 0; at < bytes.size(); at = at == 0 ? 512 : 2 * at) {
            Block block = whole.upTo(at, 128);
            if (block.startsWith(SIGNATURE)) {
                return superblock(bytes, at, block.skip(8));
            }
        }
        throw Problem.input(bytes.name() + " is no HDF5 file.");
    }

    private static Hdf5File superblock(Bytes bytes, long at, Block block) {
        int version = block.u8();
        if (version > 3) {
            throw Problem.input(bytes.name() + " has an HDF5 superblock of version " + version
                    + "; versions 0 to 3 are known.");
        }
        block.skip(version < 2 ? 4 : 0);
        int addressBytes = block.u8();
        int lengthBytes = block.u8();
        if (!allowed(addressBytes) || !allowed(lengthBytes)) {
            throw bytes.damaged("addresses of " + addressBytes + " and lengths of " + lengthBytes + " bytes");
        }
        block.skip(version == 0 ? 9 : version == 1 ? 13 : 1);
        // addresses count from the superblock on, whatever base it names: files with a user block in front of them
        Hdf5Space space = new Hdf5Space(bytes, at, addressBytes, lengthBytes);
        block.skip(version < 2 ? 4 * addressBytes + addressBytes : 3 * addressBytes);
        return new Hdf5File(space, block.number(addressBytes));
    }

    private static boolean allowed(int width) {
        return width == 4 || width == 8;
    }

    public Hdf5Group root() {
        return new Hdf5Group(space, "/", Message.read(space, root));
    }

    /** Reads everything there is, up to a depth; for tests with damaged bytes. */
    public static void fuzz(byte[] data) {
        walk(open(new MemoryBytes("fuzz", data)).root(), 4);
    }

    private static void walk(Hdf5Group group, int depth) {
        for (String name : group.names()) {
            group.attributes(name).text("encoding-type");
            group.attributes(name).numbers("shape");
            if (group.isGroup(name)) {
                if (depth > 0) {
                    walk(group.group(name), depth - 1);
                }
                continue;
            }
            Hdf5Dataset dataset = group.dataset(name);
            int together = (int) Math.min(dataset.rowsTogether(), dataset.shape().length == 0 ? 1 : dataset.shape()[0]);
            dataset.rows(0, together);
            if (!dataset.elementType().numeric() && dataset.elements() < 10_000) {
                dataset.texts(10_000);
            }
        }
    }
}

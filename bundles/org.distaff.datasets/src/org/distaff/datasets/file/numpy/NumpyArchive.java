package org.distaff.datasets.file.numpy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;

/** A {@code .npy} file or a {@code .npz} archive of any size; only headers are read. Pickled members are left out. */
public final class NumpyArchive {

    private final Bytes bytes;
    private final Map<String, NumpyMember> members;

    private NumpyArchive(Bytes bytes, Map<String, NumpyMember> members) {
        this.bytes = bytes;
        this.members = members;
    }

    /**
     * Reads the directory and the headers. A lone {@code .npy} file is a member named "".
     *
     * @throws Problem (input) when it is damaged or breaks a limit
     */
    public static NumpyArchive open(Bytes bytes) throws IOException {
        Map<String, NumpyMember> members = new LinkedHashMap<>();
        boolean single = bytes.size() > 0 && bytes.range(0, 1)[0] == (byte) 0x93;
        if (single) {
            ZipEntryPlace whole = new ZipEntryPlace("", false, 0, bytes.size(), bytes.size());
            NumpyMember.of(bytes, whole).ifPresent(member -> members.put("", member));
        } else {
            for (ZipEntryPlace place : ZipDirectory.read(bytes)) {
                if (place.name().endsWith(".npy")) {
                    String name = place.name().substring(0, place.name().length() - ".npy".length());
                    NumpyMember.of(bytes, place).ifPresent(member -> members.put(name, member));
                }
            }
        }
        return new NumpyArchive(bytes, members);
    }

    public Map<String, NumpyMember> members() {
        return members;
    }

    /** The first member that has one of these names; a lone {@code .npy} file has any name. */
    public Optional<NumpyMember> find(List<String> names) {
        return names.stream().filter(members::containsKey).findFirst().map(members::get)
                .or(() -> Optional.ofNullable(members.get("")));
    }

    /** The same, or a problem that lists what is there. */
    public NumpyMember need(String... names) {
        return find(List.of(names)).orElseThrow(() -> Problem.input(bytes.name() + " holds no array '" + names[0]
                + "'; it holds " + (members.isEmpty() ? "none" : String.join(", ", members.keySet())) + "."));
    }

    /** Reads everything there is; for tests with damaged bytes. */
    public static void fuzz(byte[] data) throws IOException {
        for (NumpyMember member : open(new MemoryBytes("fuzz", data)).members().values()) {
            if (member.header().elements() < 1 << 16) {
                member.array();
            }
            try (var values = member.values()) {
                values.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}

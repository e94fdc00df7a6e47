package org.distaff.datasets.file.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;

/** A group of an HDF5 file: names and what they stand for. Soft and external links are left out. */
public final class Hdf5Group {

    private static final int MAXIMUM_DEPTH = 16;
    private static final int MAXIMUM_CHILDREN = 100_000;
    private static final int ENTRY_SCRATCH = 24;

    private final Hdf5Space space;
    private final String path;
    private final List<Message> messages;
    private final Map<String, Long> children = new LinkedHashMap<>();
    private boolean dense;

    Hdf5Group(Hdf5Space space, String path, List<Message> messages) {
        this.space = space;
        this.path = path;
        this.messages = messages;
        for (Message message : messages) {
            switch (message.type()) {
                case Message.SYMBOL_TABLE -> symbolTable(message.block(space));
                case Message.LINK -> link(message.block(space));
                case Message.LINK_INFO -> linkInfo(message.block(space));
                default -> {
                    // nothing about links
                }
            }
        }
    }

    private void symbolTable(Block block) {
        long tree = block.address();
        long heapAddress = block.address();
        Block heap = space.block(heapAddress, 8 + 2 * space.lengthBytes() + space.addressBytes());
        heap.signature("HEAP");
        long size = heap.skip(4).length();
        heap.length();
        byte[] names = space.block(heap.address(), size).bytes((int) size);
        node(tree, names, MAXIMUM_DEPTH);
    }

    private void node(long address, byte[] names, int depth) {
        int head = 8 + 2 * space.addressBytes();
        Block start = space.block(address, head);
        start.signature("TREE");
        int type = start.u8();
        int level = start.u8();
        int entries = start.u16();
        if (type != 0 || level >= depth) {
            throw space.damaged("a group index of type " + type + " and level " + level);
        }
        Block body = space.block(address + head, (long) entries * (space.lengthBytes() + space.addressBytes()));
        for (int i = 0; i < entries; i++) {
            body.length();
            long child = body.address();
            if (level > 0) {
                node(child, names, level);
            } else {
                symbols(child, names);
            }
        }
    }

    private void symbols(long address, byte[] names) {
        Block start = space.block(address, 8);
        start.signature("SNOD");
        int count = start.skip(2).u16();
        int entry = 2 * space.addressBytes() + ENTRY_SCRATCH;
        Block body = space.block(address + 8, (long) count * entry);
        for (int i = 0; i < count; i++) {
            long name = body.address();
            long header = body.address();
            long cached = body.u32();
            body.skip(ENTRY_SCRATCH - 4);
            if (cached != 2) { // 2: a soft link
                if (name < 0 || name >= names.length) {
                    throw space.damaged("a name outside its heap");
                }
                int length = (int) Math.min(names.length - name, 4096);
                add(new Block(java.util.Arrays.copyOfRange(names, (int) name, (int) name + length), space).text(length),
                        header);
            }
        }
    }

    private void link(Block block) {
        int version = block.u8();
        int flags = block.u8();
        int type = (flags & 8) != 0 ? block.u8() : 0;
        block.skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
        long length = block.number(1 << (flags & 3));
        if (version != 1 || length < 1 || length > block.remaining()) {
            throw space.damaged("a link of version " + version + " with a name of " + length + " bytes");
        }
        String name = block.text((int) length);
        if (type == 0) {
            add(name, block.address());
        }
    }

    private void linkInfo(Block block) {
        block.skip(1);
        int flags = block.u8();
        block.skip((flags & 1) != 0 ? 8 : 0);
        dense |= block.address() >= 0;
    }

    private void add(String name, long header) {
        children.put(name, header);
        if (children.size() > MAXIMUM_CHILDREN) {
            throw space.damaged("a group of more than " + MAXIMUM_CHILDREN + " members");
        }
    }

    /** Names in the file's order. */
    public List<String> names() {
        return new ArrayList<>(children.keySet());
    }

    public Hdf5Attributes attributes() {
        return new Hdf5Attributes(space, messages);
    }

    public boolean has(String name) {
        return children.containsKey(name);
    }

    /** Whether a child is a group and no data set. */
    public boolean isGroup(String name) {
        return has(name) && messages(name).stream().noneMatch(m -> m.type() == Message.LAYOUT);
    }

    /**
     * A group in this group.
     *
     * @throws Problem (input) that lists what is there
     */
    public Hdf5Group group(String name) {
        return new Hdf5Group(space, path + name + "/", messages(name));
    }

    /**
     * A data set in this group.
     *
     * @throws Problem (input) that lists what is there, or says why it cannot be read
     */
    public Hdf5Dataset dataset(String name) {
        return Hdf5Dataset.of(space, path + name, messages(name));
    }

    /** Attributes of a child. */
    public Hdf5Attributes attributes(String name) {
        return new Hdf5Attributes(space, messages(name));
    }

    private List<Message> messages(String name) {
        Long address = children.get(name);
        if (address == null && dense) {
            throw space.unsupported("a group index of HDF5 1.8 for '" + path + "'");
        }
        if (address == null) {
            throw Problem.input(space.name() + " has no '" + path + name + "'; '" + path + "' holds "
                    + (children.isEmpty() ? "nothing" : String.join(", ", children.keySet().stream().limit(20).toList()))
                    + ".");
        }
        return Message.read(space, address);
    }
}

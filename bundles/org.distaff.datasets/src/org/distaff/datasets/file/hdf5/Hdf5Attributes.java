package org.distaff.datasets.file.hdf5;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes of a group or data set; those of types that are not read here are left out. */
public final class Hdf5Attributes {

    private record Attribute(Hdf5Type type, byte[] raw) {
    }

    private final Hdf5Space space;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    Hdf5Attributes(Hdf5Space space, List<Message> messages) {
        this.space = space;
        for (Message message : messages) {
            if (message.type() == Message.ATTRIBUTE) {
                read(message.block(space));
            }
        }
    }

    private void read(Block block) {
        int version = block.u8();
        int flags = block.u8();
        int name = block.u16();
        int type = block.u16();
        int shape = block.u16();
        if (version < 1 || version > 3) {
            throw space.damaged("an attribute of version " + version);
        }
        if (version > 1 && flags != 0) {
            return; // its type stands elsewhere
        }
        block.skip(version == 3 ? 1 : 0);
        int padding = version == 1 ? 7 : 0;
        String title = block.text(name + padding & ~padding);
        byte[] typeBytes = block.bytes(type + padding & ~padding);
        Block shapeBlock = block.block(shape + padding & ~padding);
        if (typeBytes.length < 2 || !readable(typeBytes[0] & 15, typeBytes[1] & 15)) {
            return;
        }
        Hdf5Type known = Hdf5Type.read(new Block(typeBytes, space), space);
        long bytes = known.size();
        for (long axis : Hdf5Dataset.shape(shapeBlock, known.size(), space)) {
            bytes *= axis;
        }
        if (bytes > block.remaining()) {
            throw space.damaged("attribute '" + title + "' of " + bytes + " bytes");
        }
        attributes.put(title, new Attribute(known, block.bytes((int) bytes)));
    }

    /** Numbers, enumerations and texts; not references, compounds or sequences. */
    private static boolean readable(int kind, int bits) {
        return kind == 0 || kind == 1 || kind == 3 || kind == 8 || kind == 9 && bits == 1;
    }

    public Optional<String> text(String name) {
        Attribute attribute = attributes.get(name);
        if (attribute == null || attribute.type().numeric()) {
            return Optional.empty();
        }
        return Hdf5Dataset.texts(attribute.type(), attribute.raw(), space, space.name() + " (attribute " + name + ")")
                .stream().findFirst();
    }

    public Optional<double[]> numbers(String name) {
        Attribute attribute = attributes.get(name);
        if (attribute == null || !attribute.type().numeric()) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(attribute.raw()).order(attribute.type().order());
        double[] numbers = new double[attribute.raw().length / attribute.type().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = attribute.type().number(buffer, i * attribute.type().size());
        }
        return Optional.of(numbers);
    }
}

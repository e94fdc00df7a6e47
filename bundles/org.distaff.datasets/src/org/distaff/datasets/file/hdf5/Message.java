package org.distaff.datasets.file.hdf5;

import java.util.ArrayList;
import java.util.List;

/**
 * A message of an object header.
 *
 * @param type what it is about
 * @param body its content; each caller gets a fresh one from {@link #block}
 */
record Message(int type, byte[] body) {

    static final int DATASPACE = 1;
    static final int LINK_INFO = 2;
    static final int DATATYPE = 3;
    static final int FILL_VALUE = 5;
    static final int LINK = 6;
    static final int LAYOUT = 8;
    static final int FILTERS = 11;
    static final int ATTRIBUTE = 12;
    static final int CONTINUATION = 16;
    static final int SYMBOL_TABLE = 17;

    private static final int MAXIMUM_MESSAGES = 10_000;
    private static final int SHARED = 2;
    private static final long MAXIMUM_BYTES = 16 << 20;
    /** Datatypes that are stored elsewhere are marked by replacing the type of their message. */
    private static final int ELSEWHERE = -1;

    Block block(Hdf5Space space) {
        return new Block(body, space);
    }

    /** Reads the messages of an object header of version 1 or 2. */
    static List<Message> read(Hdf5Space space, long address) {
        List<Message> messages = new ArrayList<>();
        List<Block> pieces = new ArrayList<>();
        Block start = space.upTo(address, 64);
        boolean second = start.startsWith("OHDR");
        int flags = 0;
        if (second) {
            int version = start.skip(4).u8();
            flags = start.u8();
            start.skip(((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0));
            long size = start.number(1 << (flags & 3));
            if (version != 2) {
                throw space.damaged("an object header of version " + version);
            }
            pieces.add(space.block(address + start.position(), size));
        } else {
            int version = start.u8();
            if (version != 1) {
                throw space.damaged("an object header of version " + version);
            }
            long size = start.skip(7).u32();
            pieces.add(space.block(address + 16, size));
        }
        long bytes = 0;
        for (int i = 0; i < pieces.size(); i++) {
            bytes += pieces.get(i).remaining();
            if (bytes > MAXIMUM_BYTES) {
                throw space.damaged("an object header of more than " + MAXIMUM_BYTES + " bytes");
            }
            piece(space, pieces.get(i), second, flags, messages, pieces);
        }
        return messages;
    }

    private static void piece(Hdf5Space space, Block block, boolean second, int flags, List<Message> messages,
            List<Block> pieces) {
        int header = second ? 4 + ((flags & 4) != 0 ? 2 : 0) : 8;
        while (block.remaining() >= header) {
            int type = second ? block.u8() : block.u16();
            int size = block.u16();
            int messageFlags = block.u8();
            block.skip(header - (second ? 4 : 5));
            byte[] body = block.bytes(size);
            if (type == CONTINUATION) {
                Block where = new Block(body, space);
                long address = where.address();
                Block piece = space.block(address, where.length());
                if (second) {
                    piece.signature("OCHK");
                    piece = piece.block(Math.max(0, piece.remaining() - 4)); // a checksum ends it
                }
                pieces.add(piece);
            } else {
                messages.add(new Message((messageFlags & SHARED) != 0 ? ELSEWHERE : type, body));
            }
            if (messages.size() > MAXIMUM_MESSAGES) {
                throw space.damaged("an object of more than " + MAXIMUM_MESSAGES + " messages");
            }
        }
    }
}

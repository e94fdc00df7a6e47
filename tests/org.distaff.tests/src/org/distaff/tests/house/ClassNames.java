package org.distaff.tests.house;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The class names a class file mentions, read from its constant pool (The Java Virtual Machine Specification, §4.4). */
final class ClassNames {

    /** Class names inside descriptors and internal names: at least one package, and a capital (event topics have none). */
    private static final Pattern INTERNAL = Pattern.compile("(?:^|[L(;\\[])((?:[a-z_][\\w$]*/)+[A-Z][\\w$]*)");

    private ClassNames() {
    }

    static Set<String> in(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        in.readInt(); // versions
        Set<String> names = new TreeSet<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> add(in.readUTF(), names);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    i++; // takes two entries
                }
                case 7, 8, 16, 19, 20 -> in.readUnsignedShort();
                case 15 -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> throw new IOException("constant pool tag " + tag);
            }
        }
        return names;
    }

    private static void add(String text, Set<String> names) {
        Matcher matcher = INTERNAL.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1).replace('/', '.'));
        }
    }
}

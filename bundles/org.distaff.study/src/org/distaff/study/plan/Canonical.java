package org.distaff.study.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One spelling for every description: JSON with sorted keys and no spaces, and its digest. */
final class Canonical {

    private Canonical() {
    }

    static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                StringBuilder text = new StringBuilder("{");
                new TreeMap<>(map).forEach((key, element) -> text.append(text.length() == 1 ? "" : ",")
                        .append(quoted(String.valueOf(key))).append(':').append(json(element)));
                yield text.append('}').toString();
            }
            case List<?> list -> list.stream().map(Canonical::json).collect(Collectors.joining(",", "[", "]"));
            case Long number -> number.toString();
            case Double number -> number.toString(); // shortest text that reads back as the same double
            case Boolean flag -> flag.toString();
            case String text -> quoted(text);
            default -> throw new IllegalArgumentException("no canonical form of " + value.getClass());
        };
    }

    /** SHA-256 in hexadecimal. */
    static String digest(Object value) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(json(value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

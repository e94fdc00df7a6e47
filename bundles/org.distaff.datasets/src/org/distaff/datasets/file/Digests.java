package org.distaff.datasets.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.distaff.core.progress.Progress;

/**
 * Digests of a file, in lower-case hexadecimal.
 *
 * @param md5    what authors of data sets publish; guards against mistakes, not against malice
 * @param sha256 what we keep
 * @param bytes  length of the file
 */
public record Digests(String md5, String sha256, long bytes) {

    /** Reads a file once. */
    public static Digests of(Path file, Progress progress) throws IOException {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        long size = Math.max(1, Files.size(file));
        long done = 0;
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                progress.check();
                md5.update(buffer, 0, got);
                sha256.update(buffer, 0, got);
                done += got;
                progress.report(Math.min(1, (double) done / size), file.getFileName() + ": verifying");
            }
        }
        return new Digests(hex(md5), hex(sha256), done);
    }

    /** A digest of a kind that every platform has. */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** The digest of what it was fed with. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.Digests;
import org.distaff.datasets.file.PublishedFile;

/**
 * Downloads one file. What came before the connection broke is kept beside the target ({@code .part}) with the
 * server's name for the content ({@code .tag}), so that the next attempt, or the next run, goes on from there; if the
 * content has another name by then the download begins anew. The target appears when its length and digest are right.
 *
 * @param mirrors where the file is offered, the preferred place first
 * @param md5     its published digest, or "" when none was published
 * @param target  where it goes
 */
public record Download(List<URI> mirrors, String md5, Path target) {

    private static final int ATTEMPTS = 5;
    private static final int REDIRECTS = 5;
    private static final int TIMEOUT_MILLISECONDS = 20_000;
    private static final long MAXIMUM_BYTES = 1L << 37;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Downloads the file if it is not there.
     *
     * @throws Problem (failed) that names the last mirror's trouble; what was loaded stays for the next time
     */
    public void run(Progress progress) throws IOException {
        if (Files.isRegularFile(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        IOException last = null;
        for (URI mirror : mirrors) {
            long before = -1;
            for (int idle = 0; idle < ATTEMPTS; idle++) {
                progress.check();
                try {
                    attempt(mirror, progress);
                    if (finish(progress)) {
                        return;
                    }
                    last = new IOException("its content is not the published one");
                    break; // another attempt would bring the same again
                } catch (Refused e) {
                    last = e;
                    break;
                } catch (IOException e) {
                    last = e;
                    long now = loaded();
                    idle = now > before ? -1 : idle; // an attempt that brought something does not count
                    before = Math.max(before, now);
                }
            }
        }
        throw Problem.failed("The download of " + target.getFileName() + " from "
                + (mirrors.isEmpty() ? "nowhere" : mirrors.get(mirrors.size() - 1).getHost()) + " failed: "
                + (last == null ? "there is no mirror" : reason(last)) + "; run the same command again to go on.", last);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The server's answer is final. */
    private static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    private Path part() {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private Path tagFile() {
        return target.resolveSibling(target.getFileName() + ".tag");
    }

    private long loaded() throws IOException {
        return Files.exists(part()) ? Files.size(part()) : 0;
    }

    private void attempt(URI mirror, Progress progress) throws IOException {
        String tag = Files.exists(tagFile()) ? Files.readString(tagFile()) : "";
        long from = tag.isEmpty() ? 0 : loaded();
        HttpURLConnection connection = connect(mirror, from, tag);
        try {
            int status = connection.getResponseCode();
            String newTag = tag(connection);
            boolean goesOn = status == HttpURLConnection.HTTP_PARTIAL && newTag.equals(tag)
                    && String.valueOf(connection.getHeaderField("Content-Range")).startsWith("bytes " + from + "-");
            if (status == 416 || status == HttpURLConnection.HTTP_PARTIAL && !goesOn) {
                forget();
                throw new IOException("the server's content changed");
            }
            if (!goesOn && status != HttpURLConnection.HTTP_OK) {
                throw new Refused("the server answers " + status);
            }
            from = goesOn ? from : 0;
            long announced = connection.getContentLengthLong();
            if (announced > MAXIMUM_BYTES) {
                throw new Refused("the server announces " + announced + " bytes");
            }
            if (!goesOn) {
                forget();
                Files.writeString(tagFile(), newTag);
            }
            receive(connection.getInputStream(), from, announced < 0 ? -1 : from + announced, progress);
        } finally {
            connection.disconnect();
        }
    }

    /** A name for the content that two answers can be compared by; without one a download cannot go on. */
    private static String tag(HttpURLConnection connection) {
        String tag = connection.getHeaderField("ETag");
        String modified = connection.getHeaderField("Last-Modified");
        return tag != null && !tag.startsWith("W/") ? tag : modified == null ? "" : modified;
    }

    private void forget() throws IOException {
        Files.deleteIfExists(part());
        Files.deleteIfExists(tagFile());
    }

    private static HttpURLConnection connect(URI mirror, long from, String tag) throws IOException {
        URI uri = mirror;
        for (int i = 0; i < REDIRECTS; i++) {
            boolean local = "http".equals(uri.getScheme()) && uri.getHost() != null && LOCAL.contains(uri.getHost());
            if (!"https".equals(uri.getScheme()) && !local) {
                throw new Refused(uri + " is no https address");
            }
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
            connection.setReadTimeout(TIMEOUT_MILLISECONDS);
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (from > 0) {
                connection.setRequestProperty("Range", "bytes=" + from + "-");
                connection.setRequestProperty("If-Range", tag);
            }
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            if (status < 301 || status > 308 || status == HttpURLConnection.HTTP_NOT_MODIFIED || location == null) {
                return connection;
            }
            connection.disconnect();
            try {
                uri = uri.resolve(location);
            } catch (IllegalArgumentException e) {
                throw new Refused("the server redirects to '" + location + "'");
            }
        }
        throw new Refused("the server redirects more than " + REDIRECTS + " times");
    }

    private void receive(InputStream in, long from, long total, Progress progress) throws IOException {
        long start = System.nanoTime();
        long done = from;
        byte[] buffer = new byte[1 << 16];
        try (in; OutputStream out = Files.newOutputStream(part(), StandardOpenOption.CREATE,
                from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND,
                StandardOpenOption.WRITE)) {
            for (int got = read(in, buffer, done); got >= 0; got = read(in, buffer, done)) {
                progress.check();
                out.write(buffer, 0, got);
                done += got;
                if (done > MAXIMUM_BYTES) {
                    throw new Refused("it is longer than " + MAXIMUM_BYTES + " bytes");
                }
                double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
                progress.report(total > 0 ? Math.min(1, (double) done / total) : 0,
                        message(done, total, (done - from) / seconds));
            }
        }
        if (total >= 0 && done != total) {
            throw new IOException("the connection broke after " + done + " of " + total + " bytes");
        }
    }

    private static int read(InputStream in, byte[] buffer, long done) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new IOException("the connection broke after " + done + " bytes", e);
        }
    }

    /** "3dshapes.h5: 12.0 of 255.1 MB, 3.4 MB/s, 71 s left". */
    private String message(long done, long total, double rate) {
        String text = String.format(Locale.ROOT, "%s: %.1f", target.getFileName(), done / 1e6);
        String speed = String.format(Locale.ROOT, " MB, %.1f MB/s", rate / 1e6);
        return total > 0 && rate > 0
                ? text + String.format(Locale.ROOT, " of %.1f%s, %.0f s left", total / 1e6, speed, (total - done) / rate)
                : text + speed;
    }

    /** Whether what was loaded is the published file, which is then in its place; else it is thrown away. */
    private boolean finish(Progress progress) throws IOException {
        if (!md5.isEmpty() && !Digests.of(part(), progress.part(1, 1)).md5().equals(md5)) {
            forget();
            return false;
        }
        PublishedFile.move(part(), target);
        Files.deleteIfExists(tagFile());
        return true;
    }
}

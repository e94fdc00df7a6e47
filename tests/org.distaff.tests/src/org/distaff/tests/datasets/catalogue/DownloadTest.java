package org.distaff.tests.datasets.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.catalogue.Download;
import org.distaff.datasets.file.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A server on this machine that misbehaves. */
class DownloadTest {

    private static final int SIZE = 400_000;

    @TempDir
    private Path folder;
    private HttpServer server;
    private final byte[] content = new byte[SIZE];
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private String md5;

    @BeforeEach
    void serve() throws IOException {
        RandomStreams.derive(1, "download").nextBytes(content);
        md5 = Digests.of(Files.write(folder.resolve("original"), content), Progress.NONE).md5();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileComesWhole() throws IOException {
        answer("/good", exchange -> send(exchange, content, "\"a\"", SIZE));
        download("/good").run(Progress.NONE);
        assertWhole();
        assertEquals(List.of("none"), ranges);
        download("/good").run(Progress.NONE); // is there: asks nobody
        assertEquals(1, ranges.size());
    }

    @Test
    void brokenConnectionsGoOnWhereTheyBroke() throws IOException {
        answer("/breaks", exchange -> send(exchange, content, "\"a\"", 150_000)); // at most that much at a time
        download("/breaks").run(Progress.NONE);
        assertWhole();
        assertEquals(3, ranges.size(), ranges.toString());
        assertEquals("none", ranges.get(0));
        assertTrue(ranges.get(2).compareTo(ranges.get(1)) > 0, "each one further on: " + ranges);
    }

    @Test
    void anotherRunGoesOnToo() throws IOException {
        answer("/once", exchange -> send(exchange, content, "\"a\"", ranges.size() == 1 ? 150_000 : 0));
        assertFails("/once", "broke", "run the same command again");
        assertFalse(Files.exists(target()));
        server.removeContext("/once");
        answer("/once", exchange -> send(exchange, content, "\"a\"", SIZE));
        download("/once").run(Progress.NONE);
        assertWhole();
        assertFalse(ranges.get(ranges.size() - 1).equals("none"), ranges.toString());
    }

    @Test
    void contentThatChangesMidwayBeginsAnew() throws IOException {
        byte[] old = content.clone();
        Arrays.fill(old, 0, 1000, (byte) 7);
        answer("/changes", exchange -> {
            boolean first = ranges.size() == 1;
            send(exchange, first ? old : content, first ? "\"old\"" : "\"new\"", first ? 150_000 : SIZE);
        });
        download("/changes").run(Progress.NONE);
        assertWhole();
    }

    @Test
    void changedContentUnderTheOldNameIsNoticedByItsDigest() throws IOException {
        byte[] old = content.clone();
        Arrays.fill(old, 0, 1000, (byte) 7);
        answer("/lies", exchange -> send(exchange, ranges.size() == 1 ? old : content, "\"a\"",
                ranges.size() == 1 ? 150_000 : SIZE));
        assertFails("/lies", "not the published one");
        download("/lies").run(Progress.NONE); // what was mixed up is thrown away
        assertWhole();
    }

    @Test
    void aServerThatIgnoresRangesSendsAllAgain() throws IOException {
        answer("/norange", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"a\"");
            exchange.sendResponseHeaders(200, SIZE);
            exchange.getResponseBody().write(content, 0, ranges.size() == 1 ? 150_000 : SIZE);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        download("/norange").run(Progress.NONE);
        assertWhole();
    }

    @Test
    void aWrongPlaceIsNotAppended() throws IOException {
        answer("/wrong", exchange -> {
            if (ranges.size() == 2) {
                exchange.getResponseHeaders().set("ETag", "\"a\"");
                exchange.getResponseHeaders().set("Content-Range", "bytes 5-9/" + SIZE);
                exchange.sendResponseHeaders(206, 5);
                exchange.getResponseBody().write(content, 5, 5);
                exchange.close();
                return;
            }
            send(exchange, content, "\"a\"", ranges.size() == 1 ? 150_000 : SIZE);
        });
        download("/wrong").run(Progress.NONE);
        assertWhole();
    }

    @Test
    void theNextMirrorHelps() throws IOException {
        answer("/gone", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        answer("/fake", exchange -> send(exchange, new byte[SIZE], "\"f\"", SIZE));
        answer("/good", exchange -> send(exchange, content, "\"a\"", SIZE));
        new Download(List.of(uri("/gone"), uri("/fake"), uri("/good")), md5, target()).run(Progress.NONE);
        assertWhole();
        assertEquals(3, ranges.size());
    }

    @Test
    void redirectionsStayOnSafeGround() throws IOException {
        answer("/here", exchange -> redirect(exchange, "/good"));
        answer("/good", exchange -> send(exchange, content, "\"a\"", SIZE));
        download("/here").run(Progress.NONE);
        assertWhole();
        Files.delete(target());
        answer("/away", exchange -> redirect(exchange, "http://example.org/file"));
        assertFails("/away", "no https address");
        answer("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        assertFails("/file", "no https address");
        answer("/round", exchange -> redirect(exchange, "/round"));
        assertFails("/round", "more than 5 times");
    }

    @Test
    void cancellingKeepsWhatCame() throws IOException {
        answer("/good", exchange -> send(exchange, content, "\"a\"", SIZE));
        Progress impatient = new Progress() {
            private volatile boolean some;

            @Override
            public void report(double fraction, String message) {
                some |= fraction > 0.2;
                assertTrue(message.startsWith("file.bin: ") && message.contains(" of 0.4 MB, "), message);
            }

            @Override
            public boolean cancelled() {
                return some;
            }
        };
        assertThrows(Cancelled.class, () -> download("/good").run(impatient));
        assertFalse(Files.exists(target()));
        download("/good").run(Progress.NONE);
        assertWhole();
        assertTrue(ranges.get(1).startsWith("bytes="), ranges.toString());
    }

    private void answer(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            ranges.add(String.valueOf(exchange.getRequestHeaders().getOrDefault("Range", List.of("none")).get(0)));
            handler.handle(exchange);
        });
    }

    /** Sends what is asked for, but no more than that many bytes before the connection breaks. */
    private static void send(HttpExchange exchange, byte[] content, String tag, int most) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = range != null && same ? Integer.parseInt(range.replaceAll("[^0-9]", "")) : 0;
        exchange.getResponseHeaders().set("ETag", tag);
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        int length = Math.min(most, content.length - from);
        OutputStream body = exchange.getResponseBody();
        body.write(content, from, length);
        body.flush();
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private Path target() {
        return folder.resolve("downloads/file.bin");
    }

    private Download download(String path) {
        return new Download(List.of(uri(path)), md5, target());
    }

    private void assertFails(String path, String... parts) {
        ImportTest.assertProblem(() -> download(path).run(Progress.NONE), parts);
    }

    private void assertWhole() throws IOException {
        assertArrayEquals(content, Files.readAllBytes(target()));
        try (Stream<Path> left = Files.list(target().getParent())) {
            assertEquals(1, left.count(), "nothing else is left");
        }
    }
}

package org.distaff.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.distaff.core.failure.Problem;

/** A Python process with PyTorch that trains the same workloads, on one thread as we do. */
final class PyTorch implements AutoCloseable {

    private static final String SCRIPT = "reference.py";

    private final Path script;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream requests;
    private final String version;

    private PyTorch(Path script, Process process) throws IOException {
        this.script = script;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.version = answers.readLine();
    }

    /** Starts it, or nothing when that Python cannot be started or has no PyTorch. */
    static Optional<PyTorch> start(String python) throws IOException {
        Path script = Files.createTempFile("distaff-bench", ".py");
        try (InputStream content = PyTorch.class.getResourceAsStream(SCRIPT)) {
            Files.copy(content, script, StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(python, script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        for (String threads : new String[] {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}) {
            builder.environment().put(threads, "1");
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            Files.delete(script);
            return Optional.empty(); // there is no such program
        }
        PyTorch found = new PyTorch(script, process);
        if (found.version == null) {
            found.close();
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** "PyTorch 2.3.0, eager, fused Adam". */
    String version() {
        return version;
    }

    /**
     * Processor seconds of so many steps of a workload, warm.
     *
     * @param kind  {@code dense} or {@code conv}
     * @param sizes its sizes, separated by spaces
     */
    double seconds(String kind, int steps, String sizes) throws IOException {
        requests.println(kind + " " + steps + " " + sizes);
        String answer = answers.readLine();
        if (answer == null) {
            throw Problem.failed(version + " stopped in the midst of the workload " + kind + " " + sizes + ".", null);
        }
        return Double.parseDouble(answer);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(script);
    }
}

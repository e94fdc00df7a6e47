package org.distaff.models.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Cancelled;

/** One run of the command: its output followed, its end awaited, everything ended when the user cancels. */
final class CommandRun {

    private static final Pattern PROGRESS = Pattern.compile("progress\\s+(\\d*\\.?\\d+)\\s*(.*)");
    /** Lines of standard error that the failure's sentence quotes. */
    private static final int QUOTED = 5;
    private static final long POLL_MILLIS = 200;

    private final List<String> command;
    private final TrainingContext context;
    private final Deque<String> complaints = new ArrayDeque<>();

    CommandRun(List<String> command, Path request, TrainingContext context) {
        this.command = new ArrayList<>(command);
        this.command.add(request.toString());
        this.context = context;
    }

    /**
     * @throws Problem   when the command cannot be started or ends with another exit code than 0
     * @throws Cancelled when the user cancelled; the command is ended by then
     */
    void run() throws IOException {
        Process process = start();
        try (PrintWriter log = new PrintWriter(
                Files.newBufferedWriter(context.folder().resolve("external.log"), StandardCharsets.UTF_8))) {
            Thread output = follow(process.inputReader(StandardCharsets.UTF_8), line -> said(line, log));
            Thread errors = follow(process.errorReader(StandardCharsets.UTF_8), line -> complained(line, log));
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                context.progress().check();
            }
            output.join();
            errors.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        judge(process.exitValue());
    }

    private Process start() {
        try {
            return new ProcessBuilder(resolved()).directory(context.folder().toFile()).start();
        } catch (IOException e) {
            throw Problem.input("The command '" + command.get(0) + "' cannot be started (" + e.getMessage()
                    + "); correct the parameter 'command' of 'external'.", e);
        }
    }

    /** Words that name a file below the folder Distaff was started in are made absolute, as the command runs elsewhere. */
    private List<String> resolved() {
        return command.stream().map(word -> word.startsWith("-") || !Files.exists(Path.of(word)) ? word
                : Path.of(word).toAbsolutePath().toString()).toList();
    }

    private interface Line {
        void read(String line);
    }

    private static Thread follow(BufferedReader reader, Line line) {
        return Thread.ofVirtual().start(() -> {
            try (reader) {
                for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                    line.read(text);
                }
            } catch (IOException e) {
                line.read("(its output ended: " + e.getMessage() + ")"); // the process was ended while it wrote
            }
        });
    }

    private void said(String line, PrintWriter log) {
        Matcher progress = PROGRESS.matcher(line);
        if (progress.matches()) {
            context.progress().report(Math.min(1, Double.parseDouble(progress.group(1))), progress.group(2));
        } else {
            write(line, log);
        }
    }

    private void complained(String line, PrintWriter log) {
        synchronized (complaints) {
            complaints.addLast(line);
            if (complaints.size() > QUOTED) {
                complaints.removeFirst();
            }
        }
        write(line, log);
    }

    private static void write(String line, PrintWriter log) {
        synchronized (log) {
            log.println(line);
        }
    }

    private void judge(int code) {
        if (code == 0) {
            return;
        }
        String sentence = "The command '" + command.get(0) + "' ended with code " + code
                + (complaints.isEmpty() ? "" : ": " + String.join(" | ", complaints)) + "; what it said is in external.log"
                + " beside its files.";
        throw code == ExitCode.NEVER.code() ? Problem.never(sentence) : Problem.failed(sentence, null);
    }
}

package org.distaff.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.provenance.Provenance;
import org.distaff.core.registry.Contributions;

/**
 * Runs one command line: finds the command, reads its options, and turns every end into an exit code. Knows nothing of
 * OSGi, so that it runs in a plain unit test.
 */
public final class Shell {

    private static final String DEBUG = "--debug";

    private final Contributions contributions;
    private final PrintStream out;
    private final PrintStream err;
    private final ConsoleProgress progress;

    /**
     * @param out      receives results and nothing else
     * @param err      receives progress and error sentences
     * @param terminal what stands behind {@code err}
     */
    public Shell(Contributions contributions, PrintStream out, PrintStream err, Terminal terminal) {
        this.contributions = contributions;
        this.progress = new ConsoleProgress(err, terminal, System::nanoTime);
        this.out = progress.above(out);
        this.err = progress.above(err);
    }

    /** Asks the running command to stop at the next safe place; {@link #run} then returns {@link ExitCode#LATER}. */
    public void cancel() {
        progress.cancel();
    }

    /**
     * Runs a command line.
     *
     * @param arguments the words behind {@code distaff}
     * @return the process's exit code, see {@link ExitCode}
     */
    public int run(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        boolean debug = words.contains(DEBUG);
        try {
            return run(words.stream().filter(w -> !w.equals(DEBUG)).toList()).code();
        } catch (Cancelled e) {
            return end(ExitCode.LATER, "Stopped before the end; run the same command again to go on.", e, debug);
        } catch (Problem e) {
            return end(e.exitCode(), e.getMessage(), e, debug);
        } catch (NoSuchFileException e) {
            return end(ExitCode.INPUT, "There is no file or folder " + e.getFile() + ".", e, debug);
        } catch (FileSystemException e) {
            return end(ExitCode.FAILED, e.getFile() + " cannot be read or written"
                    + (e.getReason() == null ? "; check its permissions." : ": " + e.getReason() + "."), e, debug);
        } catch (IOException e) {
            return end(ExitCode.FAILED, "Reading or writing failed: " + e.getMessage() + ".", e, debug);
        } catch (OutOfMemoryError e) {
            return end(ExitCode.FAILED, "The memory is not enough (at most "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB); raise the Java heap with -Xmx, "
                    + "or ask for less at a time.", e, debug);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return end(ExitCode.FAILED, "Something unexpected happened (" + e
                    + "); run again with --debug to see where.", e, debug);
        } finally {
            progress.erase();
            out.flush();
            err.flush();
        }
    }

    private int end(ExitCode code, String sentence, Throwable cause, boolean debug) {
        out.flush();
        err.println(sentence);
        if (debug) {
            for (Throwable t = cause; t != null; t = t.getCause()) {
                err.println(t);
                for (StackTraceElement frame : t.getStackTrace()) {
                    err.println("    at " + frame);
                }
            }
        }
        return code.code();
    }

    private ExitCode run(List<String> words) throws IOException {
        if (words.isEmpty()) {
            err.print(CommandHelp.overview(contributions.commands()));
            return ExitCode.INPUT;
        }
        String word = words.get(0);
        List<String> rest = words.subList(1, words.size());
        switch (word) {
            case "--help", "-h", "help" -> {
                out.print(rest.isEmpty() ? CommandHelp.overview(contributions.commands())
                        : new CommandSyntax(command(rest.get(0)).describe()).help());
                return ExitCode.OK;
            }
            case "--version" -> {
                Map<String, Object> facts = Provenance.capture(Map.of());
                out.println("Distaff " + facts.get("distaff") + " (Java " + facts.get("java") + ", " + facts.get("os")
                        + ", " + facts.get("arch") + ")");
                return ExitCode.OK;
            }
            default -> {
                return run(command(word), rest);
            }
        }
    }

    private ExitCode run(Command command, List<String> rest) throws IOException {
        CommandSyntax syntax = new CommandSyntax(command.describe());
        Optional<Parameters> parameters = syntax.parse(rest);
        if (parameters.isEmpty()) {
            out.print(syntax.help());
            return ExitCode.OK;
        }
        return command.run(new Invocation(parameters.get(), contributions, out, err, progress));
    }

    private Command command(String word) {
        List<String> ids = contributions.commands().stream().map(c -> c.describe().id()).toList();
        if (!ids.contains(word)) {
            String what = word.startsWith("-") ? "The first word must be a command, not the option"
                    : "There is no command";
            throw Problem.input(what + " '" + word + "'." + Nearest.suggestion(word, ids));
        }
        return contributions.command(word);
    }
}

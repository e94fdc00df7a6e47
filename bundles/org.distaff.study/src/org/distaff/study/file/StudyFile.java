package org.distaff.study.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.distaff.core.failure.Problem;
import org.distaff.core.registry.Contributions;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads and checks study files: YAML 1.2 without tags, aliases limited, registered ids only. */
public final class StudyFile {

    /** How a study file's name ends. */
    public static final String ENDING = ".study.yaml";

    private static final int MAXIMUM_CHARACTERS = 1 << 20;
    private static final int MAXIMUM_ALIASES = 20;

    private StudyFile() {
    }

    /** What reading gave: the study when there is no problem, and every problem that was found. */
    public record Reading(Optional<Study> study, List<StudyProblem> problems) {
    }

    /** Reads a study's text; never throws for what a user wrote. */
    public static Reading read(String text, Contributions contributions) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAXIMUM_CHARACTERS)
                .setMaxAliasesForCollections(MAXIMUM_ALIASES).setAllowRecursiveKeys(false)
                .setAllowDuplicateKeys(false).build();
        try {
            Optional<Node> root = new Compose(settings).composeReader(new Sips(text));
            if (root.isEmpty()) {
                return failed(1, 1, "the file is empty; a study needs study, datasets, models, seeds and metrics");
            }
            StudyReader reader = new StudyReader(contributions);
            Study study = reader.read(root.get());
            List<StudyProblem> problems = reader.problems();
            return new Reading(problems.isEmpty() ? Optional.of(study) : Optional.empty(), problems);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(m -> m.getColumn() + 1).orElse(1);
            return failed(line, column, "this is no YAML: " + e.getProblem());
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            return failed((int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'), String.format(Locale.ROOT,
                            "the character U+%04X must not stand in a study file; delete it", e.getCodePoint()));
        } catch (YamlEngineException e) {
            return failed(1, 1, "this is no YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            return failed(1, 1, "the file is nested too deeply");
        }
    }

    /** Leaves the last place of a buffer free: snakeyaml-engine 3 puts the second half of a split surrogate pair there. */
    private static final class Sips extends StringReader {

        Sips(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, Math.max(1, buffer.length - 1 - offset)));
        }
    }

    private static Reading failed(int line, int column, String message) {
        return new Reading(Optional.empty(), List.of(new StudyProblem(line, column, message + ".")));
    }

    /**
     * Reads a study file.
     *
     * @throws Problem (input) that lists every problem as file:line:column: message
     */
    public static Study load(Path file, Contributions contributions) {
        Reading reading = read(text(file), contributions);
        return reading.study().orElseThrow(() -> Problem.input(reading.problems().stream()
                .map(p -> file + ":" + p.line() + ":" + p.column() + ": " + p.message())
                .collect(Collectors.joining("\n"))));
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw Problem.input(file + " is a folder; name a study file in it.");
            }
            if (Files.size(file) > MAXIMUM_CHARACTERS) {
                throw Problem.input(file + " is no study file: it has " + Files.size(file) + " bytes.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw Problem.input("There is no study file " + file + ".", e);
        } catch (MalformedInputException e) {
            throw Problem.input(file + " is no study file: it is not UTF-8 text.", e);
        } catch (IOException e) {
            throw Problem.input(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}

package org.distaff.cli.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ImportableDataset;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/**
 * What is known about a data set, opened or not.
 *
 * @param description its description
 * @param card        what is published about it
 * @param files       what was imported
 * @param opened      the data set
 * @param missing     why it could not be opened and what to do
 */
record DatasetFacts(Description description, Optional<DatasetCard> card, List<ImportedFile> files,
        Optional<Dataset> opened, Optional<String> missing) {

    /** Opens the data set if its files are here. */
    static DatasetFacts of(DatasetProvider provider, Parameters parameters) {
        Optional<DatasetCard> card = Optional.empty();
        List<ImportedFile> files = List.of();
        Optional<Dataset> opened = Optional.empty();
        Optional<String> missing = Optional.empty();
        try {
            if (provider instanceof ImportableDataset importable) {
                card = Optional.of(importable.card());
                files = importable.imported();
            }
            opened = Optional.of(provider.open(parameters));
        } catch (Problem e) {
            missing = Optional.of(e.getMessage());
        }
        return new DatasetFacts(provider.describe(), card, files, opened, missing);
    }

    Optional<FactorSpace> factors() {
        return opened.map(Dataset::factors).or(() -> card.map(DatasetCard::factors));
    }

    private Optional<ObservationShape> observation() {
        return opened.map(Dataset::observation).or(() -> card.map(DatasetCard::observation));
    }

    private List<ObservationPart> parts() {
        return opened.map(ObservationPart::of).orElse(List.of());
    }

    private static String words(ObservationPart part) {
        return part.name() + " " + part.shape() + " " + kind(part)
                + (part.words().isEmpty() ? "" : " of " + part.words().size() + " words");
    }

    private static String kind(ObservationPart part) {
        return part.kind().name().toLowerCase(Locale.ROOT);
    }

    private Optional<Long> observations() {
        return card.map(DatasetCard::observations)
                .or(() -> opened.map(d -> d.rows().map(rows -> (long) rows.length / d.factors().count())
                        .orElseGet(() -> d.factors().combinations())));
    }

    /** One line per fact, for people. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        observations().ifPresent(n -> lines.put("observations", String.format(Locale.ROOT, "%,d", n)
                + observation().map(shape -> " of " + shape + " (height×width×channels)").orElse("")));
        if (parts().size() > 1 || parts().stream().anyMatch(part -> !part.words().isEmpty())) {
            lines.put("parts", String.join(", ", parts().stream().map(DatasetFacts::words).toList()));
        }
        opened.ifPresent(dataset -> lines.put("digest", dataset.digest()));
        card.ifPresent(published -> {
            lines.put("licence", published.licence());
            lines.put("homepage", published.homepage());
            lines.put("files", String.join(", or ", published.alternatives().stream()
                    .map(set -> String.join(" + ", set.stream().map(DatasetFacts::words).toList())).toList()));
            published.alternatives().stream().flatMap(List::stream).flatMap(file -> file.mirrors().stream().limit(1))
                    .forEach(mirror -> lines.merge("download", mirror.toString(), (a, b) -> a + ", " + b));
        });
        for (ImportedFile file : files) {
            lines.merge("imported", words(file), (a, b) -> a + "; " + b);
        }
        if (!description.parameters().isEmpty()) {
            lines.put("parameters", String.join(", ", description.parameters().stream()
                    .map(p -> p.name() + (p.defaultValue() == null ? "" : "=" + p.defaultValue())).toList()));
        }
        lines.put("cite", String.join("; ", description.references()));
        return lines;
    }

    /** The same for programs. */
    Map<String, Object> json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", description.id());
        document.put("summary", description.summary());
        document.put("ready", opened.isPresent());
        document.put("missing", missing.orElse(null));
        document.put("digest", opened.map(Dataset::digest).orElse(null));
        document.put("factors", factors().map(f -> f.factors().stream().map(DatasetFacts::json).toList())
                .orElse(List.of()));
        document.put("observations", observations().orElse(null));
        document.put("shape", observation().map(s -> List.of(s.channels(), s.height(), s.width())).orElse(null));
        document.put("parts", parts().stream().map(DatasetFacts::json).toList());
        card.ifPresent(published -> {
            document.put("licence", published.licence());
            document.put("homepage", published.homepage());
            document.put("citation", published.citation());
            document.put("files", published.alternatives().stream()
                    .map(set -> set.stream().map(DatasetFacts::json).toList()).toList());
            document.put("notes", published.notes());
        });
        List<Map<String, Object>> imported = new ArrayList<>();
        files.forEach(file -> imported.add(json(file)));
        document.put("imported", imported);
        return document;
    }

    private static Map<String, Object> json(Factor factor) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", factor.name());
        entry.put("size", factor.size());
        entry.put("kind", factor.kind().name().toLowerCase(Locale.ROOT));
        entry.put("values", factor.valueNames());
        return entry;
    }

    private static Map<String, Object> json(ObservationPart part) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", part.name());
        entry.put("kind", kind(part));
        entry.put("shape", List.of(part.shape().channels(), part.shape().height(), part.shape().width()));
        entry.put("words", part.words());
        return entry;
    }

    private static String words(DatasetFile file) {
        return file.name() + (file.md5().isEmpty() ? "" : " (MD5 " + file.md5() + ")");
    }

    /** A file of an import and whether it is the published one, for people. */
    static String words(ImportedFile file) {
        return String.format(Locale.ROOT, "%s  %,d bytes  SHA-256 %s  %s", file.path(), file.bytes(), file.sha256(),
                switch (file.origin()) {
                    case PUBLISHED -> "has the published digest";
                    case UNKNOWN -> "no digest is published";
                    case DIFFERENT -> "unverified: the digest differs from the published one";
                });
    }

    /** The same for programs. */
    static Map<String, Object> json(ImportedFile file) {
        return Map.of("file", file.path().toString(), "bytes", file.bytes(), "sha256", file.sha256(), "origin",
                file.origin().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> json(DatasetFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", file.name());
        entry.put("md5", file.md5().isEmpty() ? null : file.md5());
        entry.put("mirrors", file.mirrors());
        return entry;
    }
}

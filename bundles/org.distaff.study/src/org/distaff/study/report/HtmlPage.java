package org.distaff.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.plot.SvgPen;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.Curves;
import org.distaff.plot.image.Bitmap;
import org.distaff.plot.image.Png;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.file.Study;
import org.distaff.study.store.StoredCell;
import org.distaff.study.traverse.TraversalPictures;
import org.distaff.study.traverse.Traverser;

/**
 * One self-contained page: tables, a traversal and the training curves of each setting's best cell, what failed,
 * warnings, provenance.
 */
final class HtmlPage {

    private static final double RANGE = 2;
    private static final int STEPS = 9;
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
            th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem; text-align: left; white-space: nowrap; }
            td.number { text-align: right; font-variant-numeric: tabular-nums; }
            figure { display: inline-block; margin: 1rem 1rem 0 0; vertical-align: top; }
            figcaption { max-width: 420px; }
            img, svg { max-width: 100%; height: auto; }
            .dark { display: none; }
            @media (prefers-color-scheme: dark) { .light { display: none; } .dark { display: inline-block; } }
            """;

    private final Study study;
    private final List<StoredCell> cells;
    private final Map<String, String> failures;
    private final Contributions contributions;
    private final Progress progress;
    private final StringBuilder out = new StringBuilder();

    HtmlPage(Study study, List<StoredCell> cells, Map<String, String> failures, Contributions contributions,
            Progress progress) {
        this.study = study;
        this.cells = cells;
        this.failures = failures;
        this.contributions = contributions;
        this.progress = progress;
    }

    String text() throws IOException {
        String title = SvgPen.escape(study.name());
        out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>").append(title)
                .append("</title><meta name=\"viewport\" content=\"width=device-width\"/><style>").append(STYLE)
                .append("</style></head><body>\n<h1>").append(title).append("</h1>\n<p>").append(cells.size())
                .append(" cells, metrics ")
                .append(SvgPen.escape(String.join(", ", study.metrics().stream().map(m -> m.id()).toList())))
                .append(". Mean ± standard deviation over seeds (n − 1). Scores at full precision are in scores.csv.</p>\n");
        ResultTable settings = ResultTable.of(cells, ResultTable.Grouping.SETTING);
        out.append("<h2>By setting</h2>\n");
        table(settings);
        out.append("<h2>Traversals and training</h2>\n<p>The best cell of each setting by the first score. Rows are latents "
                + "by KL to the prior, most informative first; columns go from −" + (int) RANGE + " to " + (int) RANGE
                + ".</p>\n");
        for (int i = 0; i < settings.rows().size(); i++) {
            progress.check();
            progress.report((double) i / settings.rows().size(), "report");
            best(settings.rows().get(i));
        }
        out.append("<h2>Every cell</h2>\n");
        table(ResultTable.of(cells, ResultTable.Grouping.NONE));
        list("Failed", failures.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
        list("Warnings", warnings());
        provenance();
        return out.append("</body></html>\n").toString();
    }

    private void table(ResultTable table) {
        out.append("<table><thead><tr>");
        table.columns().forEach(c -> out.append("<th>").append(SvgPen.escape(c.label())).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (ResultTable.Row row : table.rows()) {
            out.append("<tr>");
            for (ResultTable.Value value : row.values()) {
                out.append(Double.isNaN(value.value()) ? "<td>" : "<td class=\"number\">")
                        .append(SvgPen.escape(value.text())).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private void best(ResultTable.Row row) throws IOException {
        StoredCell cell = row.cells().stream().max(Comparator.comparingDouble(HtmlPage::firstScore)).orElseThrow();
        out.append("<section><h3>").append(SvgPen.escape(cell.cell().label(contributions))).append("</h3>\n");
        traversal(cell);
        Optional<Curves> curves = TrainingCurves.of(cell.folder(), "Training");
        if (curves.isPresent()) {
            out.append("<figure class=\"light\">").append(SvgPen.draw(curves.get(), Theme.LIGHT))
                    .append("</figure><figure class=\"dark\">").append(SvgPen.draw(curves.get(), Theme.DARK))
                    .append("</figure>");
        }
        pictures(cell);
        out.append("</section>\n");
    }

    private static double firstScore(StoredCell cell) {
        return cell.scores().values().stream().findFirst().filter(v -> !v.isNaN()).orElse(Double.NEGATIVE_INFINITY);
    }

    private void traversal(StoredCell cell) {
        try (Traverser traverser = Traverser.open(cell, contributions)) {
            float[][] starts = traverser.starts();
            float[] start = starts[starts.length > 1 ? 1 : 0]; // the code of an observation, where there is one
            image(TraversalPictures.grid(traverser.traverse(start, RANGE, STEPS)), "latent traversal", "");
        } catch (Problem e) {
            out.append("<p>").append(SvgPen.escape(e.getMessage())).append("</p>");
        }
    }

    /** How reconstructions and traversals came about, folded. */
    private void pictures(StoredCell cell) throws IOException {
        try {
            Optional<TrainingPictures> pictures = TrainingPictures.of(cell.folder());
            if (pictures.isEmpty()) {
                return;
            }
            List<Long> steps = pictures.get().steps();
            out.append("<details><summary>During training</summary>\n");
            image(pictures.get().reconstructions(), "reconstructions", "observations, then their reconstructions after "
                    + String.join(", ", steps.stream().map(String::valueOf).toList()) + " steps");
            for (int i = 0; i < steps.size(); i++) {
                image(pictures.get().traversals().get(i), "latent traversal",
                        "latents in their own order after " + steps.get(i) + " steps");
            }
            out.append("</details>\n");
        } catch (Problem e) {
            out.append("<p>").append(SvgPen.escape(e.getMessage())).append("</p>");
        }
    }

    private void image(Bitmap image, String alternative, String caption) {
        out.append("<figure><img alt=\"").append(alternative).append("\" width=\"420\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(Png.encode(image))).append("\"/>");
        if (!caption.isEmpty()) {
            out.append("<figcaption>").append(SvgPen.escape(caption)).append("</figcaption>");
        }
        out.append("</figure>");
    }

    private Set<String> warnings() {
        Set<String> lines = new LinkedHashSet<>();
        for (StoredCell cell : cells) {
            cell.warnings().forEach((metric, sentences) -> sentences.forEach(
                    sentence -> lines.add(cell.cell().label(contributions) + ", " + metric + ": " + sentence)));
        }
        return lines;
    }

    private void list(String title, Collection<String> lines) {
        if (!lines.isEmpty()) {
            out.append("<h2>").append(title).append("</h2>\n<ul>");
            lines.forEach(line -> out.append("<li>").append(SvgPen.escape(line)).append("</li>\n"));
            out.append("</ul>\n");
        }
    }

    private void provenance() {
        Set<Map<String, Object>> distinct = new LinkedHashSet<>();
        cells.forEach(cell -> distinct.add(cell.provenance()));
        out.append("<h2>Provenance</h2>\n");
        for (Map<String, Object> facts : distinct) {
            List<String> parts = new ArrayList<>();
            facts.forEach((name, value) -> parts.add(name + " " + value));
            out.append("<p>").append(SvgPen.escape(String.join(", ", parts))).append("</p>\n");
        }
    }
}

package org.distaff.core.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a contribution says about itself.
 *
 * @param id         stable kebab-case id, API for ever ({@code beta-vae}); unique within its extension point
 * @param name       name for people, sentence case
 * @param version    version of the behaviour; raised whenever equal input may give other numbers
 * @param summary    one line, no full stop
 * @param help       longer text (paragraphs separated by blank lines); may be empty
 * @param references full citations: authors, title, venue and year, section or equation
 * @param parameters parameters in the order they are shown
 * @param scores     what the scores of a metric mean; empty for other contributions
 * @param presets    settings of a model under names; empty for other contributions
 */
public record Description(String id, String name, String version, String summary, String help,
        List<String> references, List<Parameter> parameters, List<ScoreMeaning> scores,
        List<Preset> presets) {

    public Description {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + id + "' is no kebab-case id");
        }
        Objects.requireNonNull(name);
        references = List.copyOf(references);
        parameters = List.copyOf(parameters);
        scores = List.copyOf(scores);
        presets = List.copyOf(presets);
    }

    /** A description with version 1 and nothing but an id and a name; the methods below add to it. */
    public static Description of(String id, String name) {
        return new Description(id, name, "1", "", "", List.of(), List.of(), List.of(), List.of());
    }

    public Description version(String newVersion) {
        return new Description(id, name, newVersion, summary, help, references, parameters, scores, presets);
    }

    public Description summary(String line) {
        return new Description(id, name, version, line, help, references, parameters, scores, presets);
    }

    public Description help(String text) {
        return new Description(id, name, version, summary, text, references, parameters, scores, presets);
    }

    public Description reference(String citation) {
        return new Description(id, name, version, summary, help, plus(references, citation), parameters,
                scores, presets);
    }

    public Description parameter(Parameter parameter) {
        return new Description(id, name, version, summary, help, references, plus(parameters, parameter),
                scores, presets);
    }

    /** Adds what a score means. */
    public Description score(ScoreMeaning meaning) {
        return new Description(id, name, version, summary, help, references, parameters, plus(scores, meaning),
                presets);
    }

    /** Adds settings under a name. */
    public Description preset(Preset preset) {
        return new Description(id, name, version, summary, help, references, parameters, scores, plus(presets, preset));
    }

    /** What the score of that name means, if the description says so. */
    public Optional<ScoreMeaning> meaning(String score) {
        return scores.stream().filter(m -> m.describes(score)).findFirst();
    }

    /** The parameter of that name, if there is one. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}

package org.distaff.study.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.distaff.core.describe.Described;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.Preset;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.registry.Contributions;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.evaluate.MetricRequest;
import org.distaff.study.evaluate.MetricSelection;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the nodes of one study file into a study and collects every problem on the way. */
final class StudyReader {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}";

    /** More cells than this are a slip of the pen. */
    private static final int MAXIMUM_CELLS = 1_000_000;

    private final Contributions contributions;
    private final Nodes nodes = new Nodes();

    StudyReader(Contributions contributions) {
        this.contributions = contributions;
    }

    List<StudyProblem> problems() {
        return nodes.problems();
    }

    /** The study; meaningful only when there are no problems. */
    Study read(Node root) {
        Map<String, Node> keys = nodes.mapping(root, "study file",
                List.of("study", "datasets", "models", "seeds", "metrics"));
        for (String key : List.of("study", "datasets", "models", "seeds", "metrics")) {
            if (!keys.containsKey(key)) {
                nodes.problem(root, "'" + key + "' is missing");
            }
        }
        nodes.refuseTags(root);
        Study study = new Study(name(keys.get("study")), list(keys.get("datasets"), this::dataset),
                list(keys.get("models"), this::model), seeds(keys.get("seeds")), metrics(keys.get("metrics")));
        double cells = (double) study.datasets().size() * study.seeds().size()
                * study.models().stream().mapToLong(m -> m.settings().size()).sum();
        if (cells > MAXIMUM_CELLS) {
            nodes.problem(root, String.format(Locale.ROOT,
                    "the study has %.0f cells; divide it into studies of at most %d", cells, MAXIMUM_CELLS));
        }
        return study;
    }

    private interface EntryReader<T> {
        Optional<T> read(Node node);
    }

    private <T> List<T> list(Node node, EntryReader<T> reader) {
        List<T> entries = new ArrayList<>();
        if (node != null) {
            for (Node element : nodes.sequence(node)) {
                reader.read(element).ifPresent(entries::add);
            }
            if (nodes.sequence(node).isEmpty()) {
                nodes.problem(node, "at least one entry is needed");
            }
        }
        return entries;
    }

    private String name(Node node) {
        String name = node == null ? "" : nodes.scalar(node, "a name").orElse("");
        if (node != null && !name.matches(NAME)) {
            nodes.problem(node, "a study's name has letters, digits, spaces, dots, hyphens or underscores, not '" + name
                    + "'");
        }
        return name;
    }

    /** Every key but id and parameters is a modifier; they apply in the order in which they stand there. */
    private Optional<Study.DatasetEntry> dataset(Node node) {
        List<String> known = new ArrayList<>(List.of("id", "parameters"));
        contributions.modifiers().forEach(m -> known.add(m.describe().id()));
        Map<String, Node> keys = nodes.entry(node, known);
        int before = nodes.problems().size();
        Optional<Study.DatasetEntry> entry = find(keys, contributions.datasets(), "data set")
                .map(found -> new Study.DatasetEntry(found.describe().id(),
                        bind(found.describe().parameters(), keys.get("parameters"), owner(found)), modifiers(keys)));
        if (nodes.problems().size() == before) {
            entry.filter(e -> !e.modifiers().isEmpty()).ifPresent(e -> tryOut(e, keys));
        }
        return entry;
    }

    private List<Study.ModifierEntry> modifiers(Map<String, Node> keys) {
        List<Study.ModifierEntry> entries = new ArrayList<>();
        keys.forEach((key, node) -> contributions.modifiers().stream().filter(m -> m.describe().id().equals(key))
                .forEach(m -> entries.add(new Study.ModifierEntry(key,
                        bind(m.describe().parameters(), node, owner(m))))));
        return entries;
    }

    /** Whether a modifier can change the data set depends on both, so only doing it tells; the first failure counts. */
    private void tryOut(Study.DatasetEntry entry, Map<String, Node> keys) {
        List<Study.ModifierEntry> applied = new ArrayList<>();
        for (Study.ModifierEntry modifier : entry.modifiers()) {
            applied.add(modifier);
            try {
                new Study.DatasetEntry(entry.id(), entry.parameters(), applied).open(contributions);
            } catch (Problem e) {
                nodes.problem(keys.get(modifier.id()), e.getMessage());
                return;
            }
        }
    }

    private Optional<Study.ModelEntry> model(Node node) {
        Map<String, Node> keys = nodes.entry(node, List.of("id", "preset", "parameters", "grid", "zip", "training"));
        return find(keys, contributions.models(), "model").map(found -> {
            List<Parameter> parameters = found.describe().parameters();
            Grid grid = new Grid(nodes, owner(found), parameters);
            Preset preset = preset(keys.get("preset"), found.describe());
            List<Map<String, Object>> settings = grid.settings(preset, keys.get("parameters"), keys.get("grid"),
                    keys.get("zip"));
            Map<String, Object> training = bind(TrainingSettings.PARAMETERS, preset.training(), keys.get("training"),
                    "'training'");
            return new Study.ModelEntry(found.describe().id(), settings, training);
        });
    }

    /** The preset that is asked for; without one, one that says nothing. */
    private Preset preset(Node node, Description model) {
        Preset none = Preset.of("none", "");
        if (node == null) {
            return none;
        }
        String name = nodes.scalar(node, "a preset's name").orElse("");
        Optional<Preset> found = model.presets().stream().filter(p -> p.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            nodes.problem(node, "'" + model.id() + "' has no preset '" + name + "'." + nodes.suggestion(name,
                    model.presets().stream().map(Preset::name).toList()));
        }
        return found.orElse(none);
    }

    private List<Study.MetricEntry> metrics(Node node) {
        if (node == null) {
            return List.of();
        }
        Map<String, Study.MetricEntry> entries = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        for (Node element : nodes.sequence(node)) {
            if (nodes.isScalar(element) && List.of("default", "all").contains(nodes.text(element))) {
                // what the study says about a metric by its id counts, wherever it stands
                selection(element).forEach(entry -> entries.putIfAbsent(entry.id(), entry));
            } else {
                metric(element).ifPresent(entry -> {
                    if (!named.add(entry.id())) {
                        nodes.problem(element, "the metric '" + entry.id() + "' stands here twice; a study measures each "
                                + "metric with one setting");
                    }
                    entries.put(entry.id(), entry);
                });
            }
        }
        return List.copyOf(entries.values());
    }

    /** The metrics that a word stands for, with their defaults; {@code all} includes what compares models. */
    private List<Study.MetricEntry> selection(Node word) {
        try {
            List<Described> chosen = new ArrayList<>();
            MetricSelection.parse(nodes.text(word), Assignments.NONE, contributions).stream()
                    .map(MetricRequest::metric).forEach(chosen::add);
            if (nodes.text(word).equals("all")) {
                chosen.addAll(contributions.comparisons());
            }
            return chosen.stream().map(metric -> new Study.MetricEntry(metric.describe().id(),
                    Parameters.defaults(metric).values())).toList();
        } catch (Problem e) {
            nodes.problem(word, e.getMessage());
            return List.of();
        }
    }

    private Optional<Study.MetricEntry> metric(Node node) {
        Map<String, Node> keys = nodes.entry(node, List.of("id", "parameters"));
        List<Described> metrics = new ArrayList<>(contributions.metrics());
        metrics.addAll(contributions.comparisons());
        return find(keys, metrics, "metric").map(found -> new Study.MetricEntry(found.describe().id(),
                bind(found.describe().parameters(), keys.get("parameters"), owner(found))));
    }

    private List<Long> seeds(Node node) {
        if (node == null) {
            return List.of();
        }
        List<Long> seeds = Seeds.read(node, nodes);
        if (seeds.stream().distinct().count() < seeds.size()) {
            nodes.problem(node, "a seed stands here twice");
        }
        return seeds;
    }

    private <T extends Described> Optional<T> find(Map<String, Node> keys, List<T> installed, String kind) {
        Node node = keys.get("id");
        if (node == null) {
            return Optional.empty(); // told by entry()
        }
        String id = nodes.scalar(node, "an id").orElse("");
        Optional<T> found = installed.stream().filter(c -> c.describe().id().equals(id)).findFirst();
        if (found.isEmpty()) {
            nodes.problem(node, "there is no " + kind + " '" + id + "'."
                    + nodes.suggestion(id, installed.stream().map(c -> c.describe().id()).toList()));
        }
        return found;
    }

    private Map<String, Object> bind(List<Parameter> parameters, Node node, String owner) {
        return bind(parameters, Map.of(), node, owner);
    }

    /** @param before values that the node's replace */
    private Map<String, Object> bind(List<Parameter> parameters, Map<String, Object> before, Node node, String owner) {
        Map<String, Object> given = new LinkedHashMap<>(before);
        if (node != null) {
            nodes.values(node, owner, parameters).forEach(given::put);
        }
        try {
            return Parameters.bind(parameters, given, owner).values();
        } catch (Problem e) {
            nodes.problem(node == null ? nodes.last() : node, e.getMessage());
            return Map.of();
        }
    }

    private static String owner(Described contribution) {
        return "'" + contribution.describe().id() + "'";
    }
}

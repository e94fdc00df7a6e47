package org.distaff.study.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML nodes; what does not fit becomes a problem at the node's place. */
final class Nodes {

    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final List<StudyProblem> problems = new ArrayList<>();
    private Node last;

    List<StudyProblem> problems() {
        return List.copyOf(problems);
    }

    /** The node that was looked at last. */
    Node last() {
        return last;
    }

    void problem(Node node, String message) {
        int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
        int column = node.getStartMark().map(m -> m.getColumn() + 1).orElse(1);
        String sentence = message.endsWith(".") || message.endsWith("?") ? message : message + ".";
        problems.add(new StudyProblem(line, column, sentence));
    }

    /** A study holds plain values: a tag that names another type is a problem, whatever it would have done. */
    void refuseTags(Node root) {
        Deque<Node> waiting = new ArrayDeque<>(List.of(root));
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>()); // aliases may lead back
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (!PLAIN.contains(node.getTag())) {
                problem(node, "the tag '" + node.getTag().getValue() + "' is not allowed: a study file has plain values, "
                        + "lists and blocks");
            }
            if (node instanceof SequenceNode sequence) {
                waiting.addAll(sequence.getValue());
            } else if (node instanceof MappingNode mapping) {
                mapping.getValue().forEach(t -> waiting.addAll(List.of(t.getKeyNode(), t.getValueNode())));
            }
        }
    }

    String suggestion(String given, List<String> known) {
        return Nearest.suggestion(given, known);
    }

    boolean isScalar(Node node) {
        return node instanceof ScalarNode;
    }

    boolean isSequence(Node node) {
        return node instanceof SequenceNode;
    }

    String text(Node node) {
        return ((ScalarNode) node).getValue();
    }

    Optional<String> scalar(Node node, String what) {
        last = node;
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problem(node, what + " was expected, not a list or block");
        return Optional.empty();
    }

    /** The elements of a list; a single value counts as a list of one. */
    List<Node> sequence(Node node) {
        last = node;
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    /** The values of a block by key; unknown and doubled keys are problems. */
    Map<String, Node> mapping(Node node, String what, List<String> known) {
        last = node;
        Map<String, Node> keys = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, what + ": a block of keys was expected (" + String.join(", ", known) + ")");
            return keys;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key").orElse("");
            if (!known.contains(key)) {
                problem(tuple.getKeyNode(), what + " has no '" + key + "'." + Nearest.suggestion(key, known));
            } else if (keys.put(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "'" + key + "' stands here twice");
            }
        }
        return keys;
    }

    /** The keys of a block that are texts and stand there for the first time; nothing is checked here. */
    List<Node> keys(Node node) {
        Map<String, Node> keys = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().stream().map(NodeTuple::getKeyNode).filter(this::isScalar)
                    .forEach(key -> keys.putIfAbsent(text(key), key));
        }
        return List.copyOf(keys.values());
    }

    /** An entry of a list: an id alone, or a block with an id. */
    Map<String, Node> entry(Node node, List<String> known) {
        last = node;
        if (node instanceof ScalarNode) {
            return Map.of("id", node);
        }
        Map<String, Node> keys = mapping(node, "an entry", known);
        if (!keys.containsKey("id")) {
            problem(node, "'id' is missing");
        }
        return keys;
    }

    /** Checked values of a block of parameters; each wrong one is a problem at its own place and left out. */
    Map<String, Object> values(Node node, String owner, List<Parameter> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping(node, owner, parameters.stream().map(Parameter::name).toList())
                .forEach((name, value) -> value(name, value, owner, parameters).ifPresent(v -> values.put(name, v)));
        return values;
    }

    /** One checked parameter value. */
    Optional<Object> value(String name, Node node, String owner, List<Parameter> parameters) {
        Parameter parameter = parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        Optional<String> text = scalar(node, owner + ": " + name + ": " + parameter.expectation());
        try {
            return text.map(t -> Parameters.bind(List.of(parameter), Map.of(name, t), owner).values().get(name));
        } catch (Problem e) {
            problem(node, e.getMessage());
            return Optional.empty();
        }
    }
}

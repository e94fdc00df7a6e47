package org.distaff.study.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Node;

/** Reads seeds: {@code 0..4}, a number, or a list of either. */
final class Seeds {

    private static final int MAXIMUM = 100_000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Seeds() {
    }

    static List<Long> read(Node node, Nodes nodes) {
        List<Long> seeds = new ArrayList<>();
        for (Node element : nodes.sequence(node)) {
            nodes.scalar(element, "a seed or a range as in 0..4").ifPresent(text -> add(text, element, nodes, seeds));
        }
        if (nodes.sequence(node).isEmpty()) {
            nodes.problem(node, "at least one seed is needed");
        }
        return seeds;
    }

    private static void add(String text, Node element, Nodes nodes, List<Long> seeds) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            long to = Long.parseLong(range.group(2));
            if (to < from || seeds.size() + (to - from) >= MAXIMUM) {
                nodes.problem(element, "the range " + text + " must go upwards, and a study has at most " + MAXIMUM
                        + " seeds");
                return;
            }
            for (long seed = from; seed <= to; seed++) {
                seeds.add(seed);
            }
        } else if (NUMBER.matcher(text).matches()) {
            seeds.add(Long.parseLong(text));
        } else {
            nodes.problem(element, "'" + text + "' is no seed: a number from 0, or a range as in 0..4, was expected");
        }
    }
}

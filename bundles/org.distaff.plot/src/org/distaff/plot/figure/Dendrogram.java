package org.distaff.plot.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * Which latents and factors become one group at which threshold; thresholds fall from left to right. Groups that exist
 * at one of them have a colour each.
 *
 * @param title   stands above
 * @param latents names of the first nodes
 * @param factors names of the nodes behind them, which have a square beside their name
 * @param merges  columns first, second, threshold, size, as {@link org.distaff.core.metric.Groups} has them
 * @param cut     threshold whose groups are coloured, and which a line marks; NaN for none
 */
public record Dendrogram(String title, List<String> latents, List<String> factors, Matrix merges, double cut,
        double width) implements Figure {

    private static final double MARGIN = 12;
    private static final double TOP = 28;
    private static final double ROW = 18;
    private static final double BOTTOM = 36;
    private static final double TEXT = 11;
    private static final double SQUARE = 6;

    public Dendrogram {
        latents = List.copyOf(latents);
        factors = List.copyOf(factors);
        branches(latents.size() + factors.size(), merges);
    }

    /** A branch: where it stands, and the two it is made of (null for leaves). */
    private static final class Branch {

        private final double threshold;
        private final Branch first;
        private final Branch second;
        private final int leaf;
        private Branch above;
        private double y;

        Branch(int leaf, double threshold, Branch first, Branch second) {
            this.leaf = leaf;
            this.threshold = threshold;
            this.first = first;
            this.second = second;
        }

        Branch root() {
            Branch at = this;
            while (at.above != null) {
                at = at.above;
            }
            return at;
        }

        Stream<Branch> leaves() {
            return first == null ? Stream.of(this) : Stream.concat(first.leaves(), second.leaves());
        }
    }

    @Override
    public double height() {
        return TOP + ROW * (latents.size() + factors.size()) + BOTTOM;
    }

    /** Where the axis of thresholds begins. */
    public double left() {
        double widest = Math.max(TextSize.widest(latents, TEXT), TextSize.widest(factors, TEXT));
        return MARGIN + Math.ceil(widest) + SQUARE + 10;
    }

    @Override
    public List<Matrix> tables() {
        return List.of(merges);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        int leaves = latents.size() + factors.size();
        List<String> names = Stream.concat(latents.stream(), factors.stream()).toList();
        double left = left();
        double right = width - MARGIN;
        double bottom = TOP + ROW * leaves;
        Axis axis = ThresholdCurve.thresholdAxis(merges.values(), 2);
        pen.text(MARGIN, 16, title, 12, Pen.Anchor.START, theme.foreground());
        ThresholdCurve.drawThresholds(pen, theme, axis, left, right, bottom);
        if (axis.shows(cut)) {
            double at = axis.place(cut, right, left);
            pen.line(new double[] {at, TOP, at, bottom}, 1, theme.grid());
        }
        List<Branch> branches = branches(leaves, merges);
        List<Branch> order = branches.stream().limit(leaves).map(Branch::root).distinct().flatMap(Branch::leaves)
                .toList();
        Map<Branch, Integer> colours = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Branch leaf = order.get(i);
            leaf.y = TOP + (i + 0.5) * ROW;
            pen.text(left - SQUARE - 8, leaf.y + 4, names.get(leaf.leaf), TEXT, Pen.Anchor.END, theme.foreground());
            if (leaf.leaf >= latents.size()) {
                pen.fill(left - SQUARE - 3, leaf.y - SQUARE / 2, SQUARE, SQUARE, theme.foreground());
            }
            Branch group = group(leaf);
            if (group != leaf) {
                colours.putIfAbsent(group, theme.series(colours.size()));
            }
        }
        for (Branch branch : branches) {
            if (branch.first != null) {
                branch.y = (branch.first.y + branch.second.y) / 2;
                double x = axis.place(branch.threshold, right, left);
                pen.line(new double[] {x, branch.first.y, x, branch.second.y}, 2, colour(branch, colours, theme));
            }
            double from = branch.first == null ? left : axis.place(branch.threshold, right, left);
            double to = branch.above == null ? right : axis.place(branch.above.threshold, right, left);
            pen.line(new double[] {from, branch.y, to, branch.y}, 2, colour(branch, colours, theme));
        }
    }

    /** The largest branch with this one in it that exists at the cut. */
    private Branch group(Branch branch) {
        Branch at = branch;
        while (at.above != null && at.above.threshold >= cut) {
            at = at.above;
        }
        return at;
    }

    private int colour(Branch branch, Map<Branch, Integer> colours, Theme theme) {
        return branch.first != null && !(branch.threshold >= cut) ? theme.foreground()
                : colours.getOrDefault(group(branch), theme.foreground());
    }

    /**
     * Leaves, then merges. A number stands for the group that its node is in by then.
     *
     * @throws IllegalArgumentException when a merge is not one of two groups
     */
    private static List<Branch> branches(int leaves, Matrix merges) {
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            branches.add(new Branch(i, Double.NaN, null, null));
        }
        for (double[] merge : merges.values()) {
            Branch first = root(branches, merge[0]);
            Branch second = root(branches, merge[1]);
            if (first == second) {
                throw new IllegalArgumentException("merge " + (branches.size() - leaves) + " is of one group only");
            }
            Branch merged = new Branch(-1, merge[2], first, second);
            first.above = merged;
            second.above = merged;
            branches.add(merged);
        }
        return branches;
    }

    private static Branch root(List<Branch> branches, double node) {
        if (!(node >= 0 && node < branches.size())) {
            throw new IllegalArgumentException("a merge names node " + node + " of " + branches.size());
        }
        return branches.get((int) node).root();
    }
}

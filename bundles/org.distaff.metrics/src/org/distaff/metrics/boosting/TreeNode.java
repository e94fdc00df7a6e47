package org.distaff.metrics.boosting;

import java.util.random.RandomGenerator;

/** A node while its tree grows: which points it holds, and the best split found for it so far. */
final class TreeNode {

    /** Place in the tree's heap. */
    final int place;
    /** Where the node's positions begin in every feature's list. */
    final int start;
    /** How many points it holds. */
    final int count;
    /** Sum of its residuals in the grower's units. */
    final long sum;
    /** Whether its residuals differ, so that a split may pay. */
    final boolean splittable;

    /** Feature of the best split; −1 as long as there is none. */
    int feature = -1;
    /** How many of the points go left at the best split. */
    int leftCount;
    /** Σ left² / left count + Σ right² / right count of the best split. */
    double score = Double.NEGATIVE_INFINITY;
    /** Children, when the node was split. */
    TreeNode left;
    TreeNode right;

    private int ties;

    TreeNode(int place, int start, int count, long sum, boolean splittable) {
        this.place = place;
        this.start = start;
        this.count = count;
        this.sum = sum;
        this.splittable = splittable;
    }

    /** Keeps the better split; among equally good ones of several features every feature is equally likely. */
    void offer(int offeredFeature, double offeredScore, int offeredLeftCount, RandomGenerator lots) {
        if (offeredScore > score) {
            ties = 1;
        } else if (offeredScore < score || lots.nextInt(++ties) > 0) {
            return;
        }
        score = offeredScore;
        feature = offeredFeature;
        leftCount = offeredLeftCount;
    }
}

package org.distaff.tests.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Groups;
import org.distaff.core.metric.Matrix;
import org.junit.jupiter.api.Test;

class GroupsTest {

    /** Mutual information of eight latents and four factors, from disentanglement_lib's estimator (numpy 2.4.6). */
    private static final double[][] INFORMATION = {
            {1.0647948580423858, 0.1286032352415273, 0.4419227462418002, 0.3789654121418712},
            {0.6098997260487903, 0.08463710262629448, 0.4316629940007308, 0.19792024631905167},
            {0.2492554173240174, 0.7237372209234658, 0.19991009661014914, 0.11706938034644782},
            {0.4785166900721444, 0.2808945947958094, 0.35929548316195076, 0.6931151802186029},
            {0.9230788441415905, 0.8703753508321007, 0.23377638676976897, 0.03726225047698967},
            {0.15845685342593172, 0.20054729373140698, 0.4067310905478903, 0.24303187957133096},
            {0.9026068928969655, 0.3798905131811419, 0.14132498995896886, 0.15567382941552238},
            {0.3657494810517034, 0.23434791977224223, 0.6175285431829443, 0.2923147150559424}};

    private static Matrix matrix(double[][] values) {
        return new Matrix(IntStream.range(0, values.length).mapToObj(d -> "z" + d).toList(),
                IntStream.range(0, values[0].length).mapToObj(k -> "f" + k).toList(), values);
    }

    /** By hand: z0–f0 at 0.9, z1 joins them at −0.8, z2–f1 at 0.5, and all is one group at 0.1. */
    @Test
    void groupsAppearAndMergeAsTheThresholdFalls() {
        Groups groups = Groups.of(matrix(new double[][] {{0.9, 0.1}, {-0.8, 0}, {Double.NaN, 0.5}}));
        assertArrayEquals(new double[][] {{0.9, 1}, {0.8, 1}, {0.5, 2}, {0.1, 1}, {0, 1}},
                groups.thresholds().values());
        // z0 z1 z2 f0 f1 are the nodes 0 to 4, the merges 5 and so on
        assertArrayEquals(new double[][] {{0, 3, 0.9, 2}, {1, 5, 0.8, 3}, {2, 4, 0.5, 2}, {6, 7, 0.1, 5}},
                groups.merges().values());
        assertEquals(List.of("first", "second", "threshold", "size"), groups.merges().columns());
    }

    @Test
    void equalStrengthsActTogether() {
        Groups groups = Groups.of(matrix(new double[][] {{1, 0}, {0, 1}}));
        assertArrayEquals(new double[][] {{1, 2}, {1, 2}, {0, 2}, {0, 2}}, groups.thresholds().values());
    }

    /** Trapezia of the curve (0.9, 1), (0.7, 2), (0.2, 1), (0, 1): 1.5 · 0.2 + 1.5 · 0.5 + 1 · 0.2. */
    @Test
    void areaAndLargestNumber() {
        Groups groups = Groups.of(matrix(new double[][] {{0.9, 0.2}, {0, 0.7}}));
        assertEquals(1.25, groups.area(), 1e-15);
        assertEquals(2, groups.largest());
        assertEquals(0, Groups.of(matrix(new double[2][2])).largest(), "zero entries join nothing");
    }

    @Test
    void nothingIsLinkedByZero() {
        Groups groups = Groups.of(matrix(new double[][] {{0, 0}}));
        assertArrayEquals(new double[][] {{0, 0}, {0, 0}}, groups.thresholds().values());
        assertEquals(0, groups.merges().rows().size());
    }

    /** Area and maximum of the independent-groups curve against disentanglement_lib's unified scores (numpy 2.4.6). */
    @Test
    void curveIsThatOfTheUnifiedScores() {
        double[][] curve = Groups.of(matrix(INFORMATION)).thresholds().values();
        double area = 0;
        for (int i = 0; i + 1 < curve.length; i++) {
            area += (curve[i][1] + curve[i + 1][1]) / 2 * (curve[i][0] - curve[i + 1][0]);
        }
        // 32 sums of numbers of size 1 in double precision
        assertEquals(1.3868527436197646, area, 1e-12);
        assertEquals(3.0, Arrays.stream(curve).mapToDouble(point -> point[1]).max().orElseThrow());
    }
}

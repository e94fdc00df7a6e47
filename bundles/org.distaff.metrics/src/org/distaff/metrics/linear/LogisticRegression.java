package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/**
 * Multinomial logistic regression with a quadratic penalty: minimises ½‖W‖² + C Σ_n −ln p(y_n | x_n) over weights W and
 * unpenalised intercepts, softmax over all classes (a single logistic function when there are two). Searched until the
 * gradient is small, unlike the customary 100 iterations of scikit-learn, so accuracies may differ from it in the third
 * decimal where classes overlap. O(steps · N · features · classes), 10 to 30 steps as a rule beside those over a
 * fraction of the points.
 */
public final class LogisticRegression {

    /**
     * Twice the customary one: areas under the curve are then within 1e-4 of the optimum's, accuracies within a few
     * points of a thousand.
     */
    private static final double TOLERANCE = 2e-4;
    private static final int MAXIMUM_STEPS = 2000;
    private static final int SKIP = 8;
    /** From this many blocks on, about 4,000 points, a fraction of them is worth a search of its own. */
    private static final int ENOUGH_BLOCKS = 64;
    private static final double APPROACH_TOLERANCE = 3e-4;
    /** The curvature is looked at before each of these. */
    private static final int[] APPROACH_STEPS = {20, 80};

    private final double inversePenalty;
    private final boolean balanced;
    private final Minimiser minimiser;

    /** @param inversePenalty C, larger means less regularisation, infinite none; customarily 1 */
    public LogisticRegression(double inversePenalty) {
        this(inversePenalty, TOLERANCE, MAXIMUM_STEPS);
    }

    /** The regression that is customarily searched for at most that many steps over all points. */
    static LogisticRegression ofSteps(double inversePenalty, int maximumSteps) {
        return new LogisticRegression(inversePenalty, TOLERANCE, maximumSteps);
    }

    /** @param tolerance largest absolute entry of the gradient, per point, at which the search ends */
    public LogisticRegression(double inversePenalty, double tolerance, int maximumSteps) {
        this(inversePenalty, false, new Minimiser(tolerance, maximumSteps));
    }

    private LogisticRegression(double inversePenalty, boolean balanced, Minimiser minimiser) {
        this.inversePenalty = inversePenalty;
        this.balanced = balanced;
        this.minimiser = minimiser;
    }

    /** The same regression with every point weighted by N / (classes · count of its class). */
    public LogisticRegression balanced() {
        return new LogisticRegression(inversePenalty, true, minimiser);
    }

    /**
     * Fits a classifier.
     *
     * @param rows     {@code N × features} values, row by row
     * @param features number of features, at least 1
     * @param target   label of each row; at least two different ones
     */
    public LinearClassifier fit(double[] rows, int features, int[] target, Progress progress) {
        return fit(rows, features, target, null, progress);
    }

    /** The same, starting from a classifier that was fitted to points with the same labels, or {@code null}. */
    LinearClassifier fit(double[] rows, int features, int[] target, LinearClassifier start, Progress progress) {
        int[] labels = Arrays.stream(target).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw new IllegalArgumentException("a classifier needs at least two classes");
        }
        int[] classOf = Arrays.stream(target).map(label -> Arrays.binarySearch(labels, label)).toArray();
        double[] shares = shares(classOf, labels.length);
        double penalty = 1 / (inversePenalty * target.length);
        return labels.length == 2 ? twoClasses(rows, features, labels, classOf, shares, penalty, start, progress)
                : manyClasses(rows, features, labels, classOf, shares, penalty, start, progress);
    }

    /**
     * Centred features do not pull on the intercepts, and features scaled so that all weights are about equally curved
     * make the search short; weights and penalties are scaled along, so that the minimum stays.
     */
    private LinearClassifier manyClasses(double[] rows, int features, int[] labels, int[] classOf, double[] shares,
            double penalty, LinearClassifier start, Progress progress) {
        Standardiser spread = Standardiser.of(rows, features);
        double[] scales = new double[features];
        double[] penalties = new double[features];
        double curvature = 1.0 / labels.length;
        for (int f = 0; f < features; f++) {
            double variance = spread.deviations()[f] * spread.deviations()[f];
            scales[f] = variance == 0 ? 1 : Math.sqrt((curvature + penalty) / (curvature * variance + penalty));
            penalties[f] = penalty * scales[f] * scales[f];
        }
        Blocks points = new Blocks(rows, spread.means(), scales);
        double[] parameters = new double[points.width() * labels.length];
        for (int c = 0; start != null && c < labels.length; c++) {
            int at = c * points.width();
            parameters[at + features] = start.intercepts()[c];
            for (int f = 0; f < features; f++) {
                parameters[at + f] = start.weights()[c][f] / scales[f];
                parameters[at + features] += start.weights()[c][f] * spread.means()[f];
            }
        }
        SoftmaxLoss loss = new SoftmaxLoss(points, classOf, shares, penalties);
        boolean enough = points.count() >= ENOUGH_BLOCKS;
        SoftmaxLoss ofFew = enough ? ofFew(points, classOf, shares, penalties) : loss;
        Curvature learnt = new Curvature();
        if (start == null && enough) {
            for (int steps : APPROACH_STEPS) {
                look(ofFew, parameters, learnt);
                new Minimiser(APPROACH_TOLERANCE, steps).minimise(ofFew, parameters, learnt, progress);
            }
        }
        look(ofFew, parameters, learnt);
        minimiser.minimise(loss, parameters, learnt, progress);
        double[][] weights = new double[labels.length][features];
        double[] intercepts = new double[labels.length];
        for (int c = 0; c < labels.length; c++) {
            int at = c * points.width();
            intercepts[c] = parameters[at + features];
            for (int f = 0; f < features; f++) {
                weights[c][f] = parameters[at + f] * scales[f];
                intercepts[c] -= weights[c][f] * spread.means()[f];
            }
        }
        return new LinearClassifier(labels, weights, intercepts);
    }

    /** Every eighth block of points, with which most of the way is gone. */
    private static SoftmaxLoss ofFew(Blocks points, int[] classOf, double[] shares, double[] penalties) {
        Blocks few = points.every(SKIP);
        int[] classOfFew = new int[few.points()];
        Arrays.setAll(classOfFew, n -> classOf[n / Blocks.SIZE * SKIP * Blocks.SIZE + n % Blocks.SIZE]);
        double more = (double) points.points() / few.points();
        return new SoftmaxLoss(few, classOfFew, Arrays.stream(shares).map(share -> share * more).toArray(), penalties);
    }

    /** Looks how the loss is curved here. */
    private static void look(SoftmaxLoss loss, double[] parameters, Curvature curvature) {
        if (loss.worthLooking()) {
            curvature.beginWith(loss.curvature(parameters));
        }
    }

    private LinearClassifier twoClasses(double[] rows, int features, int[] labels, int[] classOf, double[] shares,
            double penalty, LinearClassifier start, Progress progress) {
        double[] parameters = new double[features + 1];
        if (start != null) {
            System.arraycopy(start.weights()[0], 0, parameters, 0, features);
            parameters[features] = start.intercepts()[0];
        }
        minimiser.minimise((point, gradient) -> {
            Arrays.fill(gradient, 0);
            double loss = logistic(rows, features, classOf, shares, point, gradient);
            double squares = 0;
            for (int f = 0; f < features; f++) {
                squares += point[f] * point[f];
                gradient[f] += penalty * point[f];
            }
            return loss + penalty * squares / 2;
        }, parameters, progress);
        return new LinearClassifier(labels, new double[][] {Arrays.copyOf(parameters, features)},
                new double[] {parameters[features]});
    }

    /** Weighted loss of two classes at weights and an intercept; adds its gradient. */
    static double logistic(double[] rows, int features, int[] classOf, double[] shares, double[] point,
            double[] gradient) {
        double loss = 0;
        for (int n = 0; n < classOf.length; n++) {
            double share = shares[classOf[n]];
            double score = point[features];
            for (int f = 0; f < features; f++) {
                score += rows[n * features + f] * point[f];
            }
            double surprise = classOf[n] == 1 ? -score : score;
            loss += share * (Math.max(surprise, 0) + Math.log1p(Math.exp(-Math.abs(surprise))));
            double error = share * (1 / (1 + Math.exp(-score)) - classOf[n]);
            for (int f = 0; f < features; f++) {
                gradient[f] += error * rows[n * features + f];
            }
            gradient[features] += error;
        }
        return loss;
    }

    /** Weight of a point of each class in the mean loss. */
    private double[] shares(int[] classOf, int classes) {
        double[] shares = new double[classes];
        if (!balanced) {
            Arrays.fill(shares, 1.0 / classOf.length);
            return shares;
        }
        for (int c : classOf) {
            shares[c]++;
        }
        return Arrays.stream(shares).map(count -> 1 / (classes * count)).toArray();
    }
}

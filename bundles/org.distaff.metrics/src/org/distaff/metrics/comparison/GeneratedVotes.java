package org.distaff.metrics.comparison;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.factorvae.LatentVariances;
import org.distaff.metrics.factorvae.StillestLatent;
import org.distaff.metrics.factorvae.VoteCount;

/**
 * FactorVAE scores of several encoders on the images that one decoder makes, its latents being the factors. Latents
 * come from the prior N(0, 1); each batch holds one of them, all in turn, at the value of the batch's first point.
 * Every image is made once and shown to all encoders.
 */
final class GeneratedVotes {

    /** Values of images that are kept at a time. */
    private static final int BLOCK = 4 << 20;

    private final Evaluation owner;
    private final Autoencoder decoder;
    private final List<Autoencoder> encoders;
    private final int batch;
    private final int votes;
    private final int variancePoints;

    /**
     * @param owner    the model whose decoder makes the images
     * @param encoders models whose encoders are judged
     */
    GeneratedVotes(Evaluation owner, List<Autoencoder> encoders) {
        Parameters parameters = owner.parameters();
        this.owner = owner;
        this.decoder = owner.model().orElseThrow();
        this.encoders = encoders;
        this.batch = parameters.integer("batch");
        this.votes = parameters.integer("votes");
        this.variancePoints = parameters.integer("numVariance");
    }

    /** Accuracy of each encoder's majority vote on the votes it was made from; 0 when all its latents are constant. */
    double[] scores(Progress progress) {
        double share = (double) variancePoints / ((double) variancePoints + (double) votes * batch);
        List<StillestLatent> stillest = stillest(progress.part(0, share));
        List<VoteCount> counts = new ArrayList<>();
        encoders.forEach(e -> counts.add(new VoteCount(new int[decoder.latents()][e.latents()])));
        RandomGenerator random = owner.random("model-centrality/votes");
        int perBlock = Math.max(1, points() / batch);
        for (int done = 0; done < votes; done += perBlock) {
            report(progress.part(share, 1), (double) done / votes);
            int now = Math.min(perBlock, votes - done);
            float[] latents = prior(now * batch, random);
            for (int vote = 0; vote < now; vote++) {
                hold(latents, vote * batch, (done + vote) % decoder.latents());
            }
            FloatBuffer images = images(latents);
            for (int i = 0; i < encoders.size(); i++) {
                double[] codes = codes(i, images, now * batch);
                for (int vote = 0; vote < now && stillest.get(i).active().length > 0; vote++) {
                    int latent = stillest.get(i).vote(codes, vote * batch, (vote + 1) * batch);
                    counts.get(i).counts()[(done + vote) % decoder.latents()][latent]++;
                }
            }
        }
        double[] scores = new double[encoders.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = stillest.get(i).active().length == 0 ? 0 : counts.get(i).accuracy(counts.get(i).majority());
        }
        return scores;
    }

    /** Each encoder's latents with their variances over freely made images. */
    private List<StillestLatent> stillest(Progress progress) {
        List<double[]> codes = new ArrayList<>();
        encoders.forEach(e -> codes.add(new double[Math.multiplyExact(variancePoints, e.latents())]));
        RandomGenerator random = owner.random("model-centrality/variance");
        for (int done = 0; done < variancePoints; done += points()) {
            report(progress, (double) done / variancePoints);
            int now = Math.min(points(), variancePoints - done);
            FloatBuffer images = images(prior(now, random));
            for (int i = 0; i < encoders.size(); i++) {
                double[] part = codes(i, images, now);
                System.arraycopy(part, 0, codes.get(i), done * encoders.get(i).latents(), part.length);
            }
        }
        List<StillestLatent> stillest = new ArrayList<>();
        for (int i = 0; i < encoders.size(); i++) {
            stillest.add(new StillestLatent(
                    LatentVariances.of(codes.get(i), encoders.get(i).latents(), 0, variancePoints), 0));
        }
        return stillest;
    }

    private static void report(Progress progress, double fraction) {
        progress.check();
        progress.report(fraction, "ModelCentrality: " + Math.round(100 * fraction) + " % of a decoder's images");
    }

    private int points() {
        return Math.max(1, BLOCK / decoder.observation().values());
    }

    private float[] prior(int points, RandomGenerator random) {
        float[] latents = new float[points * decoder.latents()];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) random.nextGaussian();
        }
        return latents;
    }

    private void hold(float[] latents, int first, int held) {
        int d = decoder.latents();
        for (int n = first + 1; n < first + batch; n++) {
            latents[n * d + held] = latents[first * d + held];
        }
    }

    private FloatBuffer images(float[] latents) {
        int points = latents.length / decoder.latents();
        float[] images = new float[Math.multiplyExact(points, decoder.observation().values())];
        decoder.decode(latents, points, images);
        return FloatBuffer.wrap(images);
    }

    private double[] codes(int encoder, FloatBuffer images, int points) {
        Autoencoder model = encoders.get(encoder);
        float[] means = new float[points * model.latents()];
        model.encode(images.duplicate(), points, means, null);
        double[] codes = new double[means.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = means[i];
            if (!Double.isFinite(codes[i])) {
                throw Problem.input("An encoder gives " + codes[i] + " for an image that another model's decoder made; "
                        + "the model diverged or the file is damaged, so leave it out.");
            }
        }
        return codes;
    }
}

package org.distaff.models.vae;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.export.AutoencoderExport;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;

/** A variational autoencoder in libtorch: the four networks with their weights. */
public final class Vae implements AutoCloseable {

    private final TensorNetwork trunk;
    private final TensorNetwork mean;
    private final TensorNetwork logVariance;
    private final TensorNetwork decoder;
    private final Distribution output;

    private Vae(List<TensorNetwork> networks, Distribution output) {
        this.output = output;
        trunk = networks.get(0);
        mean = networks.get(1);
        logVariance = networks.get(2);
        decoder = networks.get(3);
    }

    /** Of networks that have their weights, with a decoder of logits; it closes them. */
    public static Vae of(TensorNetwork trunk, TensorNetwork mean, TensorNetwork logVariance, TensorNetwork decoder) {
        return new Vae(List.of(trunk, mean, logVariance, decoder), Distribution.BERNOULLI);
    }

    /** With fresh weights; each network draws from a stream of its own. */
    public static Vae create(VaeNetworks networks, Initialiser initialiser, long seed) {
        return create(networks, initialiser, seed, torch.ScalarType.Float);
    }

    /** The same at another precision; float64 is for checking gradients. */
    public static Vae create(VaeNetworks networks, Initialiser initialiser, long seed, torch.ScalarType precision) {
        return together(networks, initialiser, List.of(seed), precision);
    }

    /** As many models side by side as there are seeds, each with the weights it would have alone. */
    public static Vae together(VaeNetworks networks, Initialiser initialiser, List<Long> seeds,
            torch.ScalarType precision) {
        List<TensorNetwork> created = new ArrayList<>();
        for (Network network : networks.all()) {
            created.add(TensorNetwork.together(network, seeds.stream().map(seed -> initialiser.draw(network,
                    RandomStreams.derive(seed, "weights/" + network.name()))).toList(), precision));
        }
        return new Vae(created, networks.output());
    }

    /**
     * A diagonal Gaussian posterior of a batch.
     *
     * @param mean        μ, [B, D]
     * @param logVariance ln σ², [B, D]
     */
    public record Posterior(Tensor mean, Tensor logVariance) {

        /** z = μ + σ ε (Kingma and Welling, ICLR 2014, §2.4). */
        public Tensor sample(Tensor noise) {
            return mean.add(torch.exp(logVariance.mul(new Scalar(0.5))).mul(noise));
        }

        /** KL to the standard normal prior, ½ Σ (μ² + σ² − ln σ² − 1), summed over latents, averaged over the batch. */
        public Tensor kl() {
            return kls().sum(-2, -1).mul(new Scalar(0.5 / mean.size(-2)));
        }

        /** The same for each latent, [..., D]. */
        public Tensor klOfLatents() {
            return kls().sum(-2).mul(new Scalar(0.5 / mean.size(-2)));
        }

        private Tensor kls() {
            return torch.square(mean).add(torch.exp(logVariance)).sub(logVariance).sub(new Scalar(1.0));
        }
    }

    /** The posterior of a batch of observations, [B, C, H, W]. */
    public Posterior encode(Tensor observations) {
        Tensor features = trunk.forward(observations);
        return new Posterior(mean.forward(features), logVariance.forward(features));
    }

    /** Logits of the pixels, or the pixels themselves where {@link #output()} is Gaussian, [B, C, H, W]. */
    public Tensor decode(Tensor codes) {
        return decoder.forward(codes);
    }

    /**
     * What {@link #decode} gives the parameter of: Bernoulli pixels by their logits, or Gaussian ones by their means.
     */
    public Distribution output() {
        return output;
    }

    /** The images that codes stand for, [B, C, H, W]. */
    public Tensor images(Tensor codes) {
        return output == Distribution.GAUSSIAN ? decode(codes) : torch.sigmoid(decode(codes));
    }

    /** Number of latents D. */
    public int latents() {
        return mean.network().output()[0];
    }

    /** All four networks, as {@link VaeNetworks#all()} orders them. */
    public List<TensorNetwork> networks() {
        return List.of(trunk, mean, logVariance, decoder);
    }

    /** Writes encoder.onnx, decoder.onnx and model.json of the only model. */
    public TrainedModel export(String name, String version, Path folder) throws IOException {
        return export(0, name, version, folder);
    }

    /** The same of one of several models. */
    public TrainedModel export(int model, String name, String version, Path folder) throws IOException {
        return AutoencoderExport.write(new AutoencoderExport.Networks(trunk, mean, logVariance, decoder, output), model,
                name, version, folder);
    }

    @Override
    public void close() {
        networks().forEach(TensorNetwork::close);
    }
}

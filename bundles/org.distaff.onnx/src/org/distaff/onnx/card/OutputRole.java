package org.distaff.onnx.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.distaff.onnx.file.OnnxValue;

/** What the name of an encoder's output says it is. */
enum OutputRole {
    MEAN,
    /** ln σ². */
    LOG_VARIANCE,
    /** σ, σ² or ln σ, none of which may be taken for ln σ². */
    SPREAD,
    /** Mean and spread side by side in one tensor. */
    JOINED,
    /** A draw from the posterior, or the code of a deterministic encoder. */
    CODE,
    /** The name says nothing ("45", "output"). */
    UNKNOWN;

    private static final List<String> LOG_VARIANCES = List.of("logvar", "lnvar", "logsigma2", "logsigmasq", "logsigsq",
            "logstd2");
    private static final Set<String> MEANS = Set.of("mean", "means", "mu", "mus", "loc");
    private static final Set<String> SPREADS = Set.of("std", "stds", "stddev", "stdev", "sigma", "sigmas", "scale", "var",
            "variance", "logstd", "logsigma", "logscale", "lnsigma", "lnstd", "precision");
    private static final Set<String> JOINT = Set.of("moments", "params", "parameters", "stats", "posterior", "gaussian");
    private static final Set<String> CODES = Set.of("z", "sample", "samples", "sampled", "code", "codes", "latent",
            "latents", "embedding");

    /** Reads a name: words are divided by anything that is no letter, and by a capital inside. */
    static OutputRole of(OnnxValue output) {
        String spaced = output.name().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        Set<String> words = Arrays.stream(spaced.split("[^a-z]+")).collect(Collectors.toSet());
        String compact = spaced.replaceAll("[^a-z0-9]+", "");
        boolean mean = words.stream().anyMatch(MEANS::contains);
        boolean logVariance = LOG_VARIANCES.stream().anyMatch(compact::contains);
        boolean spread = words.stream().anyMatch(SPREADS::contains);
        if (mean && (logVariance || spread) || words.stream().anyMatch(JOINT::contains)) {
            return JOINED;
        }
        if (mean || logVariance || spread) {
            return mean ? MEAN : logVariance ? LOG_VARIANCE : SPREAD;
        }
        return words.stream().anyMatch(CODES::contains) ? CODE : UNKNOWN;
    }
}

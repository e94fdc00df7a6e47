package org.distaff.training.engine;

import java.util.List;

import org.distaff.core.model.SideBySide;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;

/**
 * How many models of equal networks are worth training side by side. On a GPU one model leaves most of the device idle,
 * so it always pays. On a CPU it pays where calling an operation costs more than its work: with dense networks that are
 * tiny. Grouped convolutions on a CPU are slower than one after the other.
 */
public final class GroupSize {

    /** Most models of a group; more would add memory and little speed. */
    private static final int LIMIT = 16;

    /** Trained parameters up to which a CPU gains. */
    private static final long TINY = 50_000;

    private GroupSize() {
    }

    /**
     * What a context's networks say; libtorch is loaded for it.
     *
     * @param key      what models of a group have in common
     * @param networks all that a step runs through
     */
    public static SideBySide of(String key, List<Network> networks, TrainingContext context) {
        LibTorch.load(context.threads(), context.device());
        boolean cpu = LibTorch.device(context.device()).is_cpu();
        return new SideBySide(key, !cpu || isTiny(networks) ? LIMIT : 1, !cpu);
    }

    private static boolean isTiny(List<Network> networks) {
        return networks.stream().flatMap(network -> network.layers().stream()).allMatch(GroupSize::isDense)
                && networks.stream().mapToLong(Network::parameterCount).sum() <= TINY;
    }

    private static boolean isDense(Layer layer) {
        return layer instanceof Dense || layer instanceof Activation || layer instanceof Flatten
                || layer instanceof Reshape;
    }
}

package org.distaff.training.optimiser;

/**
 * Bounds on gradients, applied before the optimiser sees them.
 *
 * @param kind  what is bounded
 * @param limit the bound, above 0; without meaning for {@link Kind#NONE}
 */
public record Clip(Kind kind, double limit) {

    /** Gradients as they are. */
    public static final Clip NONE = new Clip(Kind.NONE, 0);

    /** What a clip bounds. */
    public enum Kind {
        NONE,
        /** Each derivative is cut to [−limit, limit]. */
        VALUE,
        /**
         * A player's whole gradient is scaled by min(1, limit / (‖g‖₂ + 1e-6)) (Pascanu et al., On the Difficulty of
         * Training Recurrent Neural Networks, ICML 2013, algorithm 1, with PyTorch's 1e-6).
         */
        NORM
    }

    /** Each derivative is cut to [−limit, limit]. */
    public static Clip value(double limit) {
        return new Clip(Kind.VALUE, limit);
    }

    /** The gradient's Euclidean norm over all parameters of a player is at most {@code limit}. */
    public static Clip norm(double limit) {
        return new Clip(Kind.NORM, limit);
    }
}

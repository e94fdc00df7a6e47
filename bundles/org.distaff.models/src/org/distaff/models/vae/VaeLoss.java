package org.distaff.models.vae;

import org.distaff.training.objective.Terms;

/** What a method minimises over one pass of a variational autoencoder. */
@FunctionalInterface
public interface VaeLoss {

    /**
     * The terms of a pass, the one named {@code loss} among them.
     *
     * @param step which step, from 1 on
     */
    Terms of(VaePass pass, long step);
}

/** Penalties of codes that make a variational autoencoder's latents separate; functions of tensors, no state. */
package org.distaff.models.regulariser;

/** Guided variational autoencoders: some latents are given a meaning by what else must be explained from them. */
package org.distaff.models.guided;

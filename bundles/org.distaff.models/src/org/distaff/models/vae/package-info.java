/** Variational autoencoders. */
package org.distaff.models.vae;

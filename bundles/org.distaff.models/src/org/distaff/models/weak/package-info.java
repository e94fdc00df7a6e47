/** Variational autoencoders that learn from pairs of observations which share some of their factors. */
package org.distaff.models.weak;

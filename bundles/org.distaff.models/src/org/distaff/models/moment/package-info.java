/** Variational autoencoders that press the moments of their codes towards those of the prior. */
package org.distaff.models.moment;

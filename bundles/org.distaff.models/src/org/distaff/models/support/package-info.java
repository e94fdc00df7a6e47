/** Variational autoencoders that press the support of their codes towards a product. */
package org.distaff.models.support;

/** Variational autoencoders that press the total correlation of their codes. */
package org.distaff.models.tc;

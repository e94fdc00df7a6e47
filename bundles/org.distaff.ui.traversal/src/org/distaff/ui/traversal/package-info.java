/** The traversal editor: a slider per latent, the decoded image, and the latent by step grid. */
package org.distaff.ui.traversal;

/** Latent traversals. */
package org.distaff.study.traverse;

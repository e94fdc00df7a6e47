/** vae. */
package org.distaff.models.vae;

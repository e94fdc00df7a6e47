/** Where numbers came from. */
package org.distaff.core.provenance;

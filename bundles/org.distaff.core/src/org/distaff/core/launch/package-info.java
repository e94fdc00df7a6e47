/** Where cells run. */
package org.distaff.core.launch;

/** How long work reports and is cancelled. */
package org.distaff.core.progress;

/** Expected failures in one sentence, and exit codes. */
package org.distaff.core.failure;

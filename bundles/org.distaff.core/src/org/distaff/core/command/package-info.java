/** Words of the command line as contributions. */
package org.distaff.core.command;

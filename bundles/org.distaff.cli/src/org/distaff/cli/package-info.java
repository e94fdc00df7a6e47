/** The headless application: the shell that finds a command, reads its options and turns failures into exit codes. */
package org.distaff.cli;

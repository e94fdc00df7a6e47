/** The commands that ship with Distaff, one class per word of the command line. */
package org.distaff.cli.command;

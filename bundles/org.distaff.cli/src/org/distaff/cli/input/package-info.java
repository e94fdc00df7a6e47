/** Codes, factors and images that other tools wrote, read and checked before any work starts. */
package org.distaff.cli.input;

/** cli. */
package org.distaff.cli;

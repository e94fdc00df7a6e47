/** The workbench application: window, perspective, themes, and what its parts share. */
package org.distaff.ui;

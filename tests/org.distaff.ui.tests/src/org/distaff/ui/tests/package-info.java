/** Tests of the workbench through its own window, commands and events. */
package org.distaff.ui.tests;

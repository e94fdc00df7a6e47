/** Tests of the window, its perspective, menus, keys and themes. */
package org.distaff.ui.tests.shell;

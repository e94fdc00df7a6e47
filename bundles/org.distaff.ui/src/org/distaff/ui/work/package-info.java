/** How parts do work off the user interface thread. */
package org.distaff.ui.work;

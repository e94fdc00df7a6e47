/** The launchers that ship with Distaff. */
package org.distaff.study.launch;

/** Finished cells as tables. */
package org.distaff.study.analysis;

/** The study editor, its validation, and running studies. */
package org.distaff.ui.study;

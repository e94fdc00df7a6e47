/** Tests of the study editor, of running studies, and of looking at what they gave. */
package org.distaff.ui.tests.study;

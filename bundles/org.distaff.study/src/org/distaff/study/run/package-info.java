/** Running the missing cells of a study. */
package org.distaff.study.run;

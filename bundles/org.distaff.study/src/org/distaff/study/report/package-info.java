/** Reports: HTML, CSV. */
package org.distaff.study.report;

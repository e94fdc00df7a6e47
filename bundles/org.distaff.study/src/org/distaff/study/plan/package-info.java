/** Studies as cells. */
package org.distaff.study.plan;

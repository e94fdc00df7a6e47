/** What several data sets need. */
package org.distaff.datasets.work;

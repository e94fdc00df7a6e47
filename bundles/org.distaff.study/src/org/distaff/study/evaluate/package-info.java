/** Metrics run on an encoder and a data set, or on tables of codes. */
package org.distaff.study.evaluate;

/** The field's published data sets: what they are, where their files come from, and how these become observations. */
package org.distaff.datasets.catalogue;

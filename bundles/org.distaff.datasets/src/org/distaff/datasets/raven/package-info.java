/** Raven's progressive matrices over the factors of other data sets. */
package org.distaff.datasets.raven;

/** Digits that are seen, heard and read: three modalities in one observation. */
package org.distaff.datasets.imagetone;

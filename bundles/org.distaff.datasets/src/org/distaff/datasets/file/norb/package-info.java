/** The binary matrices of the NORB data sets (LeCun, Huang, Bottou, CVPR 2004). */
package org.distaff.datasets.file.norb;

/**
 * The part of HDF5 (File Format Specification 3.0) that data sets of the field use: superblocks 0 to 3, groups of either
 * kind, attributes, numbers, enumerations and strings, compact, contiguous and chunked layouts, and the filters deflate,
 * shuffle, Fletcher-32 and LZF. Every length is held against the file before anything is allocated.
 */
package org.distaff.datasets.file.hdf5;

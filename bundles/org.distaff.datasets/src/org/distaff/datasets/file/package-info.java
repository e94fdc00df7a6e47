/** Bytes that are read at random, tables of images on disk, and what the readers of every format share. */
package org.distaff.datasets.file;

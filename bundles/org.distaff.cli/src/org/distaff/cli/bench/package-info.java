/** Benchmarks: processor time of data sets, metrics and training, measured inside one run. */
package org.distaff.cli.bench;

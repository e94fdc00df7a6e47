/** Parquet files: flat tables by column. */
package org.distaff.datasets.file.parquet;

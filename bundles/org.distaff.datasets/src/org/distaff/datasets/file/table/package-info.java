/** Tables: factors as CSV, counts as MatrixMarket or AnnData files. */
package org.distaff.datasets.file.table;

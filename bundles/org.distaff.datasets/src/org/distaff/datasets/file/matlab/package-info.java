/** MATLAB's MAT-files of version 5 (MathWorks, MAT-File Format), numeric arrays only. */
package org.distaff.datasets.file.matlab;

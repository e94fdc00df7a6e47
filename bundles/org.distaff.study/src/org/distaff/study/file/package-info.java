/** Study files: reading and checking. */
package org.distaff.study.file;

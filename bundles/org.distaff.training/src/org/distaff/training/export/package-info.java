/** export. */
package org.distaff.training.export;

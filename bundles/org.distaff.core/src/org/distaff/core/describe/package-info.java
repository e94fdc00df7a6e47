/** Contributions described as data: ids, parameters, citations. */
package org.distaff.core.describe;

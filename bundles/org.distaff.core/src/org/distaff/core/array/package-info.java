/** Reading and writing NumPy arrays, the field's common exchange format. */
package org.distaff.core.array;

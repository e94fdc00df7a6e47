/** Data sets made of a user's own files: pictures, counts and texts with a table of factors. */
package org.distaff.datasets.own;

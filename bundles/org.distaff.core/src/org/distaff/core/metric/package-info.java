/** Representations, where they come from, and what metrics find in them. */
package org.distaff.core.metric;

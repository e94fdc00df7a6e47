/** Training observations for methods that look at all of theirs at once. */
package org.distaff.models.draw;

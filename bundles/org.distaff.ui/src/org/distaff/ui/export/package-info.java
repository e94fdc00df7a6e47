/** What leaves the window: copies for other programs and files. */
package org.distaff.ui.export;

/** What is installed, read from the extension registry. */
package org.distaff.core.registry;

/** Learning methods and the trained models they leave. */
package org.distaff.core.model;

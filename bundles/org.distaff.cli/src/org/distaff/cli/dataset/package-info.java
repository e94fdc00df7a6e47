/** What {@code distaff dataset} can do, one class per action. */
package org.distaff.cli.dataset;

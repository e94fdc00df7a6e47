/** What the papers found, found again in small with the studies that ship. */
package org.distaff.training.tests.science;

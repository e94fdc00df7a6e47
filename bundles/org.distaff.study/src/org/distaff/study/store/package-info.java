/** The store of finished cells. */
package org.distaff.study.store;

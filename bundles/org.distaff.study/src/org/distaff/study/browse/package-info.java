/** Looking at data sets: single observations, sheets of them, how often factor values occur and go together. */
package org.distaff.study.browse;

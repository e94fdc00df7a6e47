/** What commands print and write: tables for people, JSON documents for programs, files that appear whole. */
package org.distaff.cli.output;

/** Whole-system tests: the real command, broker, database, API server, node and shop. */
package dev.uruimi.e2e;

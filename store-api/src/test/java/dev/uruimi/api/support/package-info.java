/** What integration tests of this service share. */
package dev.uruimi.api.support;

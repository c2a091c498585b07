/** What is published of the API and the events: valid, and no less than what was released. */
package dev.uruimi.contracts;

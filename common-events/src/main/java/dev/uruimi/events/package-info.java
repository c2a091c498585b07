/**
 * The contract between Uruimi's services: what is said about stores, in which form, on which topic.
 */
@NullMarked
package dev.uruimi.events;

import org.jspecify.annotations.NullMarked;

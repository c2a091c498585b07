/** Tells others over HTTP what became of stores: signed, retried, and to public addresses only. */
@NullMarked
package dev.uruimi.api.webhooks;

import org.jspecify.annotations.NullMarked;

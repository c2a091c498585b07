/** The OpenAPI document at {@code /openapi.json}. */
@NullMarked
package dev.uruimi.api.openapi;

import org.jspecify.annotations.NullMarked;

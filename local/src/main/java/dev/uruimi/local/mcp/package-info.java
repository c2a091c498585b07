/** The stores for assistants: a Model Context Protocol server over the same API. */
@NullMarked
package dev.uruimi.local.mcp;

import org.jspecify.annotations.NullMarked;

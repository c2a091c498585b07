/** The built dashboard, served beside the API. */
@NullMarked
package dev.uruimi.api.page;

import org.jspecify.annotations.NullMarked;

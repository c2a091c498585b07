/** What holds for every request: hosts, origins, sizes, headers, problems. */
@NullMarked
package dev.uruimi.api.web;

import org.jspecify.annotations.NullMarked;

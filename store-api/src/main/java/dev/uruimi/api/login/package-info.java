/** Who may use the service: whoever shows the installation's token, or came by its link. */
@NullMarked
package dev.uruimi.api.login;

import org.jspecify.annotations.NullMarked;

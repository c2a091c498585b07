package dev.uruimi.api.projection;

import org.springframework.dao.TransientDataAccessResourceException;

/** The table is an older one than this process has written to; it passes when it is read again. */
class TableBehindException extends TransientDataAccessResourceException {

  private static final long serialVersionUID = 1;

  TableBehindException(String message) {
    super(message);
  }
}

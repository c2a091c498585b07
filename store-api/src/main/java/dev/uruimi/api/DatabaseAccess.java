package dev.uruimi.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Where the database is, and the password: from a file, or from the environment. */
@Component
class DatabaseAccess implements JdbcConnectionDetails {

  private final String url;
  private final String user;
  private final String password;

  DatabaseAccess(
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.datasource.username}") String user,
      @Value("${POSTGRES_PASSWORD:}") String password,
      @Value("${uruimi.postgres.password-file}") String passwordFile) {
    this.url = url;
    this.user = user;
    this.password = passwordFile.isEmpty() ? password : read(Path.of(passwordFile));
  }

  @Override
  public String getUsername() {
    return user;
  }

  @Override
  public @Nullable String getPassword() {
    return password;
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("no database password in " + file, e);
    }
  }
}

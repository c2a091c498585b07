package dev.uruimi.api.login;

import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "log-in")
class LogInController {

  private static final Logger log = LoggerFactory.getLogger(LogInController.class);

  private final Links links;
  private final Sessions sessions;
  private final LogInProperties properties;

  LogInController(Links links, Sessions sessions, LogInProperties properties) {
    this.links = links;
    this.sessions = sessions;
    this.properties = properties;
  }

  /** A link that waits to be opened. */
  @Schema(name = "LogInLink")
  record LinkView(
      @Schema(
              description =
                  "where it leads, below the service's address; what stands behind the # is secret")
          String path,
      Instant expiresAt) {}

  @PostMapping(path = "/log-in/links", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "createLogInLink",
      summary = "Make a link that logs one browser in, once; for who holds the token",
      description = "Idempotency-Key is not needed: a link that nobody opens expires.")
  LinkView makeLink() {
    var link = links.make();
    return new LinkView(LogInPage.PATH + "#" + link.code().value(), link.expiresAt());
  }

  @PostMapping(path = "/log-in", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @SecurityRequirements
  @Operation(
      operationId = "logIn",
      summary = "Log a browser in with the code of a link",
      description = "Idempotency-Key is not needed: a code counts once.")
  ResponseEntity<Void> logIn(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = LogInCode.class)))
          @RequestBody
          byte[] body) {
    if (!links.open(new Ticket(LogInCode.read(body).code()))) {
      log.info("a log-in with a code that does not count");
      throw linkNotValid();
    }
    var cookie = SessionCookie.holding(sessions.begin(), properties.longest());
    log.info("a browser logged in");
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
  }

  @PostMapping("/log-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "logOut",
      summary = "Log this browser out",
      description = "Idempotency-Key is not needed: who is logged out stays so.")
  ResponseEntity<Void> logOut(HttpServletRequest request) {
    SessionCookie.of(request).ifPresent(sessions::end);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.removed().toString())
        .build();
  }

  private static ProblemException linkNotValid() {
    var problem =
        new ProblemException(
            HttpStatus.UNAUTHORIZED,
            "link-not-valid",
            "The link does not count",
            "It was opened before, or is too old; `./uruimi login` prints a new one.");
    problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return problem;
  }
}

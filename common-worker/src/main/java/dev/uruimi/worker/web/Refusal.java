package dev.uruimi.worker.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a worker does not answer, as a problem (RFC 9457).
 *
 * @param name last part of its type
 */
record Refusal(HttpStatus status, String name, String title, String detail) {

  void write(HttpServletResponse response, JsonMapper json) throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:uruimi:problem:" + name));
    problem.setTitle(title);
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}

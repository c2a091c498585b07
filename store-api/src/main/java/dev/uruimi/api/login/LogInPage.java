package dev.uruimi.api.login;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The one page that everybody may see. It knows nothing; its script hands the link's code over. */
@Component
class LogInPage {

  static final String PATH = "/log-in";
  static final String SCRIPT = "/log-in.js";
  static final String STYLE = "/log-in.css";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  void write(HttpServletResponse response) throws IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    write(response, MediaType.TEXT_HTML_VALUE, "/log-in.html");
  }

  void writeScript(HttpServletResponse response) throws IOException {
    write(response, "text/javascript", SCRIPT);
  }

  void writeStyle(HttpServletResponse response) throws IOException {
    write(response, "text/css", STYLE);
  }

  private static void write(HttpServletResponse response, String type, String file)
      throws IOException {
    var body = new ClassPathResource("log-in" + file).getContentAsByteArray();
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

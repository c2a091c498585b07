package dev.uruimi.api.login;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers the log-in page's addresses. */
@Controller
@Hidden
class LogInPageController {

  private final LogInPage page;

  LogInPageController(LogInPage page) {
    this.page = page;
  }

  @GetMapping(LogInPage.PATH)
  void page(HttpServletResponse response) throws IOException {
    page.write(response);
  }

  @GetMapping(LogInPage.SCRIPT)
  void script(HttpServletResponse response) throws IOException {
    page.writeScript(response);
  }

  @GetMapping(LogInPage.STYLE)
  void style(HttpServletResponse response) throws IOException {
    page.writeStyle(response);
  }
}

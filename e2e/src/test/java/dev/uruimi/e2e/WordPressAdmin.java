package dev.uruimi.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a merchant does in wp-admin, by its own pages, forms and nonces. */
record WordPressAdmin(Browser browser) {

  private static final Pattern NONCE = Pattern.compile("name=\"_wpnonce\" value=\"([^\"]+)\"");

  /** Gives where WordPress sends the merchant; nowhere when it refuses. */
  String logIn(String user, String password) {
    assertThat(browser.get("/wp-login.php").status()).isEqualTo(200);
    var answer =
        browser.post("/wp-login.php", Map.of("log", user, "pwd", password, "testcookie", "1"));
    assertThat(answer.status()).isIn(200, 302);
    return answer.location();
  }

  /** Uploads an archive with a plugin of one file, and activates it. */
  void install(String name, String code) {
    var form = page("/wp-admin/plugin-install.php?tab=upload");
    var at = form.indexOf("wp-upload-form");
    assertThat(at).as(form).isPositive();
    var uploaded =
        browser.upload(
            "/wp-admin/update.php?action=upload-plugin",
            Map.of("_wpnonce", first(NONCE, form.substring(at))),
            "pluginzip",
            name + ".zip",
            zip(name + "/" + name + ".php", code));
    assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
    follow("activate", name, uploaded.body());
    assertThat(isActive(name)).isTrue();
  }

  void deactivate(String name) {
    follow("deactivate", name, page("/wp-admin/plugins.php"));
    assertThat(isActive(name)).isFalse();
  }

  boolean isActive(String name) {
    return link("deactivate", name).matcher(page("/wp-admin/plugins.php")).find();
  }

  private void follow(String action, String name, String page) {
    var path = first(link(action, name), page).replace("&amp;", "&").replace("&#038;", "&");
    var done = browser.get("/wp-admin/" + path);
    assertThat(done.status()).as(done.body()).isEqualTo(302);
    assertThat(done.location()).contains(action + "=true");
  }

  private String page(String path) {
    var page = browser.get(path);
    assertThat(page.status()).as("%s: %s %s", path, page.location(), page.body()).isEqualTo(200);
    return page.body();
  }

  private static Pattern link(String action, String name) {
    return Pattern.compile(
        "(plugins\\.php\\?action=%s&[^\"]*plugin=%s[^\"]+)\"".formatted(action, name));
  }

  private static String first(Pattern pattern, String page) {
    var match = pattern.matcher(page);
    assertThat(match.find()).as("%s in %s", pattern, page).isTrue();
    return match.group(1);
  }

  private static byte[] zip(String path, String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(path));
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

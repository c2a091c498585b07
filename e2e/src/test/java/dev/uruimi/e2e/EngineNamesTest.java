package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines are data: no string in the code names one. */
class EngineNamesTest {

  private static final Pattern ENGINE =
      Pattern.compile("medusa|woocommerce|wordpress", Pattern.CASE_INSENSITIVE);

  @TempDir Path folder;

  @Test
  void noStringInTheCodeNamesAnEngine() throws IOException {
    var sources = sources();

    assertThat(sources).hasSizeGreaterThan(200);
    assertThat(naming(sources)).isEmpty();
  }

  @Test
  void aNameWouldBeFound() throws IOException {
    var source =
        Files.writeString(
            folder.resolve("A.java"),
            """
            class A { /* medusa in a comment is fine */
              @Deprecated(since = "WooCommerce") String a = "x" + "my-medusa";
              String b = \"""
                  and wordpress
                  \""";
            }
            """);

    assertThat(naming(List.of(source)))
        .containsExactly("A.java: WooCommerce", "A.java: xmy-medusa", "A.java: and wordpress\n");
  }

  private static List<Path> sources() throws IOException {
    var found = new ArrayList<Path>();
    try (var modules = Files.newDirectoryStream(Uruimi.repository())) {
      for (var module : modules) {
        var sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  /** Strings that name an engine, each after its file's name. */
  private static List<String> naming(Collection<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new ArrayList<String>();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (var unit : task.parse()) {
        var name = Path.of(unit.getSourceFile().getName()).getFileName();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text && ENGINE.matcher(text).find()) {
              found.add(name + ": " + text);
            }
            return null;
          }
        }.scan(unit, null);
      }
    }
    return found;
  }
}

package dev.uruimi.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report of Surefire or Failsafe.
 *
 * @see <a
 *     href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">
 *     surefire-test-report.xsd</a>
 */
final class ReportFile {

  /** An assumption's message is told only in the trace, behind the exception's name. */
  private static final Pattern EXCEPTION = Pattern.compile("^[\\w.$]+(Exception|Error): ");

  private static final int TOLD_LINES = 25;

  private final String module;
  private final XMLStreamReader xml;
  private final List<TestCase> cases = new ArrayList<>();

  private ReportFile(String module, XMLStreamReader xml) {
    this.module = module;
    this.xml = xml;
  }

  static List<TestCase> read(String module, Path file) throws IOException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (var input = Files.newInputStream(file)) {
      var report = new ReportFile(module, factory.createXMLStreamReader(input));
      report.read();
      return report.cases;
    } catch (XMLStreamException e) {
      throw new IOException(file + " is not a test report: " + e.getMessage(), e);
    }
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        start(xml.getLocalName());
      }
    }
  }

  private void start(String element) throws XMLStreamException {
    switch (element) {
      case "testcase" ->
          cases.add(
              new TestCase(
                  module, attribute("classname"), attribute("name"), TestCase.Outcome.PASSED, ""));
      case "failure", "error" -> outcome(TestCase.Outcome.FAILED);
      case "skipped" -> outcome(TestCase.Outcome.SKIPPED);
      default -> {
        // output and properties
      }
    }
  }

  private void outcome(TestCase.Outcome outcome) throws XMLStreamException {
    var last = cases.removeLast();
    var attribute = attribute("message");
    var message = attribute.isEmpty() ? xml.getElementText().strip() : attribute;
    var told =
        message
            .lines()
            .limit(attribute.isEmpty() ? 1 : TOLD_LINES)
            .collect(Collectors.joining("\n"));
    var text = EXCEPTION.matcher(told).replaceFirst("");
    cases.add(new TestCase(module, last.type(), last.name(), outcome, text));
  }

  private String attribute(String name) {
    @Nullable String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}

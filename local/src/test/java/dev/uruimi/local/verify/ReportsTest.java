package dev.uruimi.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uruimi.local.verify.TestCase.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="dev.uruimi.ShopTest" tests="4" errors="1" skipped="1" failures="1">
        <properties><property name="a" value="b"/></properties>
        <testcase name="sells" classname="dev.uruimi.ShopTest" time="0.1">
          <system-out><![CDATA[<failure message="not one"/>]]></system-out>
        </testcase>
        <testcase name="ships" classname="dev.uruimi.ShopTest" time="0.1">
          <failure message="expected 1&#10;but was 2" type="AssertionError"><![CDATA[trace]]></failure>
        </testcase>
        <testcase name="pays" classname="dev.uruimi.ShopTest" time="0.1"><error type="X">t</error></testcase>
        <testcase name="waits" classname="dev.uruimi.ShopTest" time="0"><skipped message="no node"/></testcase>
        <testcase name="rests" classname="dev.uruimi.ShopTest" time="0">
          <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no archive
      at x]]></skipped>
        </testcase>
      </testsuite>
      """;

  @TempDir private Path repository;

  @Test
  void readsEveryTestOfEveryModule() throws IOException {
    write("local/target/surefire-reports/TEST-dev.uruimi.ShopTest.xml");
    write("e2e/target/failsafe-reports/TEST-dev.uruimi.ShopTest.xml");
    write("e2e/target/failsafe-reports/failsafe-summary.xml");

    assertThat(new Reports(repository).read())
        .hasSize(10)
        .filteredOn(test -> test.module().equals("local"))
        .extracting(TestCase::name, TestCase::outcome, TestCase::message)
        .containsExactly(
            tuple("sells", Outcome.PASSED, ""),
            tuple("ships", Outcome.FAILED, "expected 1\nbut was 2"),
            tuple("pays", Outcome.FAILED, "t"),
            tuple("waits", Outcome.SKIPPED, "no node"),
            tuple("rests", Outcome.SKIPPED, "Assumption failed: no archive"));
  }

  @Test
  void reportsOfEarlierRunsAreRemoved() throws IOException {
    write("local/target/surefire-reports/TEST-dev.uruimi.ShopTest.xml");
    var reports = new Reports(repository);

    reports.clear();

    assertThat(reports.read()).isEmpty();
  }

  private void write(String file) throws IOException {
    var path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, REPORT);
    Files.writeString(repository.resolve(Path.of(file).getName(0)).resolve("pom.xml"), "");
  }
}

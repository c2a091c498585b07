package dev.uruimi.local.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a local server. */
@Timeout(60)
class DownloadsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofMillis(300));

  private final byte[] content = new byte[300_000];
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private FakePublisher publisher;
  private Timeouts timeouts = new Timeouts(LONG, LONG, LONG);
  @TempDir private Path cache;
  @TempDir private Path work;

  @BeforeEach
  void publish() throws Exception {
    new Random(1).nextBytes(content);
    publisher = new FakePublisher();
    publisher.publish("/v1/kubectl", content);
    publisher.publish("/v1/kubectl.sha256", sha256(content));
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void theWholeFileComesVerifiedAndExecutable() throws Exception {
    var program = downloads(DownloadPolicy.AUTO).program(kubectl(), work, said::add).orElseThrow();

    assertThat(program).hasBinaryContent(content).hasFileName("kubectl").isExecutable();
    assertThat(said)
        .contains("downloading kubectl 1.2.3 from " + publisher.url("/").getAuthority())
        .contains("downloading kubectl: 0.3 of 0.3 MB, 100 %");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void itGoesOnAtTheByteWhereTheConnectionBroke() throws Exception {
    publisher.breaks.addAll(List.of(100_000, 50_000));

    var program = downloads(DownloadPolicy.AUTO).program(kubectl(), work, said::add).orElseThrow();

    assertThat(program).hasBinaryContent(content);
    assertThat(publisher.requests)
        .containsSubsequence(
            "GET /v1/kubectl", "GET /v1/kubectl bytes=100000-", "GET /v1/kubectl bytes=150000-");
    assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    assertThat(said).anyMatch(line -> line.contains("broke off after 100000 bytes"));
  }

  @Test
  void whatCameIsKeptForTheNextRun() throws Exception {
    publisher.breaks.addAll(List.of(10_000, 10_000, 10_000, 10_000, 10_000));
    assertThatIOException()
        .isThrownBy(() -> downloads(DownloadPolicy.ALWAYS).program(kubectl(), work, said::add))
        .withMessageContaining("given up after 5 tries");
    assertThat(cache.resolve(sha256(content) + ".part")).hasSize(50_000);

    downloads(DownloadPolicy.ALWAYS).program(kubectl(), work, said::add);

    assertThat(publisher.requests.getLast()).isEqualTo("GET /v1/kubectl bytes=50000-");
    assertThat(work.resolve("kubectl")).hasBinaryContent(content);
  }

  @Test
  void aFinishedPartIsNotFetchedAgain() throws Exception {
    var part = new PartialFile(cache.resolve(sha256(content) + ".part"));
    try (var file = part.begin(publisher.tag)) {
      file.write(content);
    }

    downloads(DownloadPolicy.ALWAYS).program(kubectl(), work, said::add);

    assertThat(publisher.requests.getLast()).isEqualTo("GET /v1/kubectl bytes=300000-");
    assertThat(work.resolve("kubectl")).hasBinaryContent(content);
  }

  @Test
  void aServerWithoutRangesSendsAllAgain() throws Exception {
    publisher.knowsRanges = false;
    publisher.breaks.add(100_000);

    downloads(DownloadPolicy.AUTO).program(kubectl(), work, said::add);

    assertThat(work.resolve("kubectl")).hasBinaryContent(content);
  }

  @Test
  void aFileThatChangedInBetweenBeginsAnew() throws Exception {
    var part = new PartialFile(cache.resolve(sha256(content) + ".part"));
    try (var file = part.begin("\"older\"")) {
      file.write(new byte[1000]);
    }

    downloads(DownloadPolicy.AUTO).program(kubectl(), work, said::add);

    assertThat(publisher.requests.getLast()).isEqualTo("GET /v1/kubectl bytes=1000-");
    assertThat(work.resolve("kubectl")).hasBinaryContent(content);
  }

  @Test
  void aWrongChecksumIsAnErrorWhateverThePolicyAndTheFileIsGone() throws Exception {
    publisher.publish("/v1/kubectl.sha256", "0".repeat(64));

    for (var policy : List.of(DownloadPolicy.AUTO, DownloadPolicy.ALWAYS)) {
      assertThatExceptionOfType(WrongChecksum.class)
          .isThrownBy(() -> downloads(policy).program(kubectl(), work, said::add))
          .withMessageContaining(sha256(content))
          .withMessageContaining("0".repeat(64))
          .withMessageContaining("kubectl 1.2.3");
    }

    assertThat(cache).isEmptyDirectory();
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNotThereIsNamedWithVersionAndAddress() {
    var missing = artifact("/v1/kubelet", "/v1/kubectl.sha256", null);

    assertThatExceptionOfType(NotPublished.class)
        .isThrownBy(() -> downloads(DownloadPolicy.ALWAYS).program(missing, work, said::add))
        .withMessage("kubectl 1.2.3: answer 404 at " + publisher.url("/v1/kubelet"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsCompiledWhereThatMayBe() throws Exception {
    var missing = artifact("/v1/kubelet", "/v1/kubectl.sha256", null);

    assertThat(downloads(DownloadPolicy.AUTO).program(missing, work, said::add)).isEmpty();

    assertThat(said.getLast())
        .isEqualTo(
            "compiling kubectl 1.2.3: kubectl 1.2.3: answer 404 at "
                + publisher.url("/v1/kubelet"));
  }

  @Test
  void aPageInPlaceOfAChecksumIsNone() {
    publisher.publish("/v1/kubectl.sha256", "<html>Please log in</html>");

    assertThatExceptionOfType(NotPublished.class)
        .isThrownBy(() -> downloads(DownloadPolicy.ALWAYS).program(kubectl(), work, said::add))
        .withMessageContaining("no SHA-256 of kubectl");
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws Exception {
    publisher.refusals.addAll(List.of(503, 429));

    downloads(DownloadPolicy.ALWAYS).program(kubectl(), work, said::add);

    assertThat(pauses).hasSize(2);
    assertThat(work.resolve("kubectl")).hasBinaryContent(content);
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForLong() {
    publisher.silent = true;
    timeouts = SHORT;

    assertThatIOException()
        .isThrownBy(() -> downloads(DownloadPolicy.ALWAYS).program(kubectl(), work, said::add))
        .withMessageContaining("given up after 5 tries")
        .withMessageContaining("timed out");
  }

  @Test
  void whereThePublisherDoesNotAnswerItIsCompiledAndSaidOnceWhy() throws Exception {
    publisher.silent = true;
    timeouts = SHORT;

    assertThat(downloads(DownloadPolicy.AUTO).program(kubectl(), work, said::add)).isEmpty();

    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("compiling kubectl 1.2.3: ")
        .contains("cannot be reached", "timed out");
    assertThat(publisher.requests).containsExactly("HEAD /v1/kubectl.sha256");
  }

  @Test
  void aPublisherIsProbedOnce() throws Exception {
    var downloads = downloads(DownloadPolicy.AUTO);

    downloads.program(kubectl(), work, said::add);
    downloads.program(kubectl(), work, said::add);

    assertThat(publisher.requests).filteredOn(it -> it.startsWith("HEAD")).hasSize(1);
  }

  @Test
  void neverMeansThatNothingIsAsked() throws Exception {
    assertThat(downloads(DownloadPolicy.NEVER).program(kubectl(), work, said::add)).isEmpty();
    assertThat(downloads(DownloadPolicy.NEVER).offer(List.of(kubectl()))).isFalse();

    assertThat(publisher.requests).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void aMirrorHasThePublishersHostAndPathBehindItsPrefix() throws Exception {
    publisher.publish("/files/dl.example/v1/kubectl", content);
    publisher.publish("/files/dl.example/v1/kubectl.sha256", sha256(content) + "  kubectl\n");
    var published =
        new Artifact(
            "kubectl",
            "1.2.3",
            URI.create("https://dl.example/v1/kubectl"),
            URI.create("https://dl.example/v1/kubectl.sha256"),
            null);

    var mirror = new Mirror(publisher.url("/files/").toString());
    downloads(DownloadPolicy.AUTO, mirror).program(published, work, said::add);

    assertThat(work.resolve("kubectl")).hasBinaryContent(content);
    assertThat(publisher.requests).allMatch(it -> it.contains(" /files/dl.example/v1/"));
  }

  @Test
  void aProgramComesOutOfItsArchive() throws Exception {
    var archive = archive("etcd-v1/etcd", content);
    publisher.publish("/v1/etcd.tar.gz", archive);
    publisher.publish(
        "/v1/SHA256SUMS", "%064d  other.tar.gz%n%s  etcd.tar.gz%n".formatted(0, sha256(archive)));

    var etcd = artifact("/v1/etcd.tar.gz", "/v1/SHA256SUMS", "etcd-v1/etcd");
    downloads(DownloadPolicy.AUTO).program(etcd, work, said::add);

    assertThat(work.resolve("kubectl")).hasBinaryContent(content).isExecutable();
    assertThat(cache).isEmptyDirectory();
  }

  private Downloads downloads(DownloadPolicy policy) {
    return downloads(policy, Mirror.NONE);
  }

  private Downloads downloads(DownloadPolicy policy, Mirror mirror) {
    return new Downloads(policy, mirror, cache, timeouts, pauses::add);
  }

  private Artifact kubectl() {
    return artifact("/v1/kubectl", "/v1/kubectl.sha256", null);
  }

  private Artifact artifact(String file, String checksum, String member) {
    return new Artifact("kubectl", "1.2.3", publisher.url(file), publisher.url(checksum), member);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] archive(String member, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (var name : List.of("etcd-v1/README", member)) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(name.equals(member) ? content : new byte[content.length]);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}

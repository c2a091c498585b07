package dev.uruimi.helm;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rewrites Helm's record of a revision. */
final class StoredRelease {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredRelease() {}

  static Secret withStatus(Secret secret, ReleaseState.Status newStatus) {
    var status = newStatus.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    try {
      var decoder = Base64.getDecoder();
      var zipped = decoder.decode(decoder.decode(secret.getData().get("release")));
      var release =
          (ObjectNode) JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(zipped)));
      ((ObjectNode) release.get("info")).put("status", status);
      var bytes = new ByteArrayOutputStream();
      try (var zip = new GZIPOutputStream(bytes)) {
        zip.write(JSON.writeValueAsBytes(release));
      }
      var encoder = Base64.getEncoder();
      var data = encoder.encodeToString(encoder.encode(bytes.toByteArray()));
      return new SecretBuilder(secret)
          .editMetadata()
          .addToLabels("status", status)
          .endMetadata()
          .addToData("release", data)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

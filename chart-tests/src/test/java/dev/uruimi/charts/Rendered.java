package dev.uruimi.charts;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Manifests as Helm rendered them.
 *
 * @param text YAML documents
 */
record Rendered(String text) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern END = Pattern.compile("(?m)^---\\s*$");
  private static final Pattern KIND = Pattern.compile("(?m)^kind: ");

  /** One text each. */
  List<String> documents() {
    return END.splitAsStream(text).filter(one -> KIND.matcher(one).find()).toList();
  }

  /** As JSON, nothing lost that a typed model does not know. */
  List<JsonNode> trees() {
    return documents().stream().map(YAML::readTree).toList();
  }

  List<HasMetadata> objects() {
    return documents().stream()
        .map(document -> Serialization.<HasMetadata>unmarshal(document))
        .toList();
  }

  <T> List<T> of(Class<T> type) {
    return objects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The documents of one kind. */
  Rendered only(String kind) {
    return new Rendered(
        documents().stream()
            .filter(
                document -> Pattern.compile("(?m)^kind: " + kind + "$").matcher(document).find())
            .collect(Collectors.joining("---\n")));
  }

  Stream<Container> containers() {
    return pods().stream()
        .flatMap(
            pod ->
                Stream.concat(
                    pod.getSpec().getInitContainers().stream(),
                    pod.getSpec().getContainers().stream()));
  }

  List<PodTemplateSpec> pods() {
    return Stream.concat(
            of(Deployment.class).stream().map(d -> d.getSpec().getTemplate()),
            of(StatefulSet.class).stream().map(s -> s.getSpec().getTemplate()))
        .toList();
  }
}

package dev.uruimi.helm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as it goes to a worker, one line of JSON. Empty and null fields are those the call has no
 * use for.
 *
 * @param id repeated in the answer
 * @param timeoutMillis after which the worker ends itself, whatever it is doing
 * @param kubernetesVersion to render for
 */
public record Request(
    long id,
    Call call,
    String namespace,
    String release,
    @Nullable String chart,
    List<String> valuesFiles,
    @Nullable String description,
    @Nullable String kubeconfig,
    long timeoutMillis,
    @Nullable String kubernetesVersion) {

  /** A call that asks the cluster itself. */
  public Request(
      long id,
      Call call,
      String namespace,
      String release,
      @Nullable String chart,
      List<String> valuesFiles,
      @Nullable String description,
      @Nullable String kubeconfig,
      long timeoutMillis) {
    this(
        id,
        call,
        namespace,
        release,
        chart,
        valuesFiles,
        description,
        kubeconfig,
        timeoutMillis,
        null);
  }

  /** What to do. */
  public enum Call {
    @JsonProperty("install")
    INSTALL,
    @JsonProperty("upgrade")
    UPGRADE,
    @JsonProperty("uninstall")
    UNINSTALL,
    @JsonProperty("template")
    TEMPLATE
  }
}

package dev.uruimi.local.clusterchoice;

/** The cluster of an installation; made once, kept until the state is purged. */
public sealed interface ClusterChoice {

  /** Uruimi's own, with a real node: processes of this machine. */
  record Embedded() implements ClusterChoice {}

  /**
   * Uruimi's own, whose nodes only pretend to run pods.
   *
   * @param why there is no real node: the rest of a sentence that begins with "because"
   */
  record Simulated(String why) implements ClusterChoice {}

  /** One that somebody else made. */
  record Context(String name, Distribution distribution) implements ClusterChoice {}

  /**
   * One that {@code up} makes by a tool in Docker, and that {@code down --purge} deletes.
   *
   * @param tool {@link Distribution#KIND} or {@link Distribution#K3D}
   */
  record Made(Distribution tool) implements ClusterChoice {}

  /** Whether no pod really runs. */
  default boolean simulated() {
    return this instanceof Simulated;
  }

  /** A few words for a person. */
  default String text() {
    return switch (this) {
      case Embedded() -> "Uruimi's own, with a real node";
      case Simulated(var why) -> "Uruimi's own, SIMULATED: no pod really runs, because " + why;
      case Context(var name, var distribution) ->
          "context " + name + " (" + distribution.title() + ")";
      case Made(var tool) -> tool.title() + " in Docker, made by Uruimi";
    };
  }
}

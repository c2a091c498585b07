package dev.uruimi.local.build;

import dev.uruimi.local.process.BuildTask;
import java.util.List;

/**
 * A task in the graph of a build.
 *
 * @param task what is built; its name is its name here
 * @param after names of the tasks that must be done first
 */
public record BuildNode(BuildTask task, List<String> after) {

  public BuildNode {
    after = List.copyOf(after);
  }

  public static BuildNode of(BuildTask task, String... after) {
    return new BuildNode(task, List.of(after));
  }

  public String name() {
    return task.name();
  }
}

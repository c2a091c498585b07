package dev.uruimi.local.clusterchoice;

import java.util.List;

/** What came of choosing a cluster. */
public sealed interface Decision {

  /**
   * @param choice the cluster
   * @param said what the person is told of it, a sentence a line
   */
  record Chosen(ClusterChoice choice, List<String> said) implements Decision {
    public Chosen {
      said = List.copyOf(said);
    }
  }

  /**
   * @param why the wish cannot be fulfilled
   * @param advice what to do
   */
  record Refused(String why, String advice) implements Decision {}
}

package dev.uruimi.helm;

import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;

class InMemoryHelmRunnerTest extends HelmRunnerContract {

  private final InMemoryHelmRunner helm = new InMemoryHelmRunner(() -> {}, _ -> {});

  @Override
  HelmRunner helm() {
    return helm;
  }

  @Override
  String namespace() {
    return "n";
  }

  @Override
  void leaveUnfinished(int revision, Status status) {
    helm.put("n", "tiny", new Present(status, revision, "underway"));
  }
}

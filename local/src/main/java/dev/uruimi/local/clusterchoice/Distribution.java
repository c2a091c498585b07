package dev.uruimi.local.clusterchoice;

/** Whose Kubernetes a context leads to, as far as that can be told. */
public enum Distribution {
  KIND("kind"),
  K3D("k3d"),
  MINIKUBE("minikube"),
  K3S("k3s"),
  DOCKER_DESKTOP("Docker Desktop"),
  RANCHER_DESKTOP("Rancher Desktop"),
  OTHER("a cluster of a kind unknown here");

  private final String title;

  Distribution(String title) {
    this.title = title;
  }

  /** As people write it. */
  public String title() {
    return title;
  }
}

package dev.uruimi.helm;

/**
 * Helm, without ever waiting for pods. Release and namespace bear one name in Uruimi, but the port
 * does not rely on it. Every call is bounded in time; an interrupted caller's call is killed. A
 * call that failed may have changed the release all the same: ask for its state.
 */
public interface HelmRunner {

  /**
   * The newest revision of the release, as Helm's storage in the cluster has it.
   *
   * @throws HelmException when the cluster cannot be asked
   */
  ReleaseState status(String namespace, String release);

  /**
   * Installs a chart under a name that is not in use.
   *
   * @return the revision
   * @throws HelmException when it did not work
   */
  int install(Installation installation);

  /**
   * Upgrades a release of which a deployed, superseded or failed revision is the newest.
   *
   * @return the revision
   * @throws HelmException when it did not work
   */
  int upgrade(Installation installation);

  /**
   * Uninstalls the release with its history. Objects with {@code helm.sh/resource-policy: keep}
   * stay. Does nothing when there is no such release.
   *
   * @throws HelmException when it did not work
   */
  void uninstall(String namespace, String release);

  /**
   * Forgets a revision that was never finished, so that the one before it is the newest again. The
   * cluster's objects stay as they are; the next upgrade corrects them. Does nothing when the
   * revision is not known or is finished.
   *
   * @throws HelmException when the cluster cannot be asked
   */
  void abandon(String namespace, String release, int revision);
}

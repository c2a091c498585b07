package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Requirement;
import java.util.List;
import java.util.Optional;

/** The cluster that an installation makes its stores in. */
public interface TargetCluster {

  /** The part that is ready once stores can be made and reached. */
  String READY = "cluster";

  /** The part that is ready once the API server answers and holds what the services rely on. */
  String OBJECTS = "cluster-objects";

  /** What the machine must have. */
  List<Requirement> needs();

  /** What must be built before {@link #parts}; images of shops not among them. */
  List<BuildTask> buildTasks();

  /**
   * Before every start, once all is built: finds what {@link #parts} rely on.
   *
   * @param said takes sentences for the person
   * @throws Exception with a message that says why it cannot be used
   */
  default void connect(Progress said) throws Exception {}

  /**
   * All its processes and steps; {@link #OBJECTS} and {@link #READY} among them.
   *
   * @param ingressPort where an ingress of its own listens on loopback
   * @param volumeCommand starts {@link VolumeProvisioner}; folder and kubeconfig are appended
   */
  List<Part> parts(int ingressPort, List<String> volumeCommand);

  /** The part that brings the images of {@code images/<name>}; empty: none can be brought. */
  Optional<Part> image(String name);

  /** Removes what is not in the state folder; all is stopped by then. */
  default void forget(Progress said) throws Exception {}
}

package dev.uruimi.testing;

/** Free loopback ports. */
record ControlPlanePorts(int etcd, int etcdPeer, int apiServer, int controllerManager) {

  static ControlPlanePorts free() {
    return new ControlPlanePorts(Ports.free(), Ports.free(), Ports.free(), Ports.free());
  }
}

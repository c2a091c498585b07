package dev.uruimi.watcher.web;

import dev.uruimi.watcher.capacity.Capacity;
import dev.uruimi.watcher.capacity.ClusterCapacity;
import dev.uruimi.watcher.evidence.Capture;
import dev.uruimi.watcher.evidence.Evidence;
import dev.uruimi.watcher.workloads.WorkloadReading;
import dev.uruimi.watcher.workloads.Workloads;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the store API asks for. An id that could be a store's is never unknown here, only empty. */
@RestController
class Answers {

  private final WorkloadReading workloads;
  private final Evidence evidence;
  private final ClusterCapacity capacity;

  Answers(WorkloadReading workloads, Evidence evidence, ClusterCapacity capacity) {
    this.workloads = workloads;
    this.evidence = evidence;
    this.capacity = capacity;
  }

  @GetMapping("/observations/{id}")
  Workloads observations(@PathVariable String id) {
    return workloads.of(StoreIds.parse(id));
  }

  @GetMapping("/evidence/{id}")
  Kept evidence(@PathVariable String id) {
    return new Kept(evidence.of(StoreIds.parse(id)));
  }

  @GetMapping("/capacity")
  Capacity capacity() {
    return capacity.now();
  }

  /** What was captured of a store, newest first. */
  record Kept(List<Capture> evidence) {}
}

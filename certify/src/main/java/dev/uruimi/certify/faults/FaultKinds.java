package dev.uruimi.certify.faults;

import dev.uruimi.certify.plan.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The thirty kinds, by their numbers. */
public final class FaultKinds {

  private static final Set<String> NOTHING = Set.of();

  /** All of them, in order. */
  public static final List<FaultKind> ALL = all();

  private FaultKinds() {}

  /**
   * The kind with a number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static FaultKind numbered(int number) {
    if (number < 1 || number > ALL.size()) {
      throw new IllegalArgumentException("there is no fault " + number);
    }
    return ALL.get(number - 1);
  }

  private static List<FaultKind> all() {
    var kinds = new ArrayList<FaultKind>();
    var services = List.of("store-api", "provisioner", "readiness-watcher", "cleanup");
    services.forEach(service -> kinds.add(killed(kinds.size() + 1, service, 120)));
    kinds.add(paused(5, "store-api", 12));
    kinds.add(paused(6, "provisioner", 35));
    kinds.add(paused(7, "readiness-watcher", 12));
    kinds.add(paused(8, "cleanup", 12));
    var platform = List.of("kafka", "postgres", "etcd", "kube-apiserver");
    platform.forEach(part -> kinds.add(killed(kinds.size() + 1, part, 180)));
    platform.forEach(part -> kinds.add(paused(kinds.size() + 1, part, 15)));
    kinds.addAll(connections());
    kinds.addAll(logAndTime());
    kinds.addAll(cluster());
    return List.copyOf(kinds);
  }

  private static List<FaultKind> connections() {
    return List.of(
        kind(17, "API server answers 429, 500, 503 or never", 20, 180, new ApiServerTrouble())
            .does("a share of the requests of services and Helm, by a proxy, each answer in turn")
            .undone("the proxy passes everything on")
            .hurts("kube-apiserver"),
        kind(18, "broker cannot be reached", 20, 180, new BrokerCut())
            .does("its packets are dropped, its process lives")
            .undone("the rule is removed")
            .hurts("kafka"),
        kind(19, "database is read-only", 15, 120, new DatabaseReadOnly())
            .does("ALTER SYSTEM SET default_transaction_read_only")
            .undone("reset")
            .hurts("postgres", "store-api"),
        kind(20, "database restored from an older backup", 15, 180, new DatabaseRestored())
            .does("a copy is taken; later it replaces the database, connections cut")
            .undone("the copy is the database from then on")
            .hurts("postgres", "store-api")
            .needs("kafka"));
  }

  private static List<FaultKind> logAndTime() {
    return List.of(
        kind(21, "duplicates, out-of-date events, groups at 0", 5, 180, new LogRepeated())
            .does("50 old events again in any order; every worker reads the log from its beginning")
            .undone("nothing to undo")
            .hurts("kafka")
            .needs("provisioner", "readiness-watcher", "cleanup", "postgres", "kube-apiserver"),
        kind(22, "malformed and unknown records", 5, 120, new BadRecords())
            .does("records about living stores that cannot be read, or of a type of later")
            .undone("nothing to undo: they are dead letters")
            .needs("kafka", "postgres")
            .perStore(),
        kind(23, "a service's clock jumps", 20, 240, new ClockJump())
            .does("20 s, 2 min or 1 h forth and back, each service in turn")
            .undone("the offset is 0 again")
            .hurts("provisioner", "readiness-watcher", "cleanup", "store-api"),
        kind(24, "Helm worker killed between two calls", 20, 240, new HelmWorkerKilled())
            .does("SIGKILL before call n to the API server, n over all calls, four at a time")
            .undone("the provisioner starts another worker")
            .hurts("provisioner")
            .needs("kube-apiserver", "kafka"),
        kind(25, "second replica joins and leaves", 10, 180, new SecondReplica())
            .does("each service in turn; it leaves by SIGTERM or SIGKILL")
            .undone("it has left")
            .hurts("store-api", "provisioner", "readiness-watcher", "cleanup")
            .needs("kafka", "postgres", "kube-apiserver"));
  }

  private static List<FaultKind> cluster() {
    return List.of(
        kind(26, "node NotReady", 75, 240, new NodePaused())
            .does("SIGSTOP of kwok (simulated nodes) or the kubelet")
            .undone("SIGCONT")
            .hurts("nodes"),
        kind(27, "a shop's pod evicted, its database killed", 3, 180, new PodEvicted())
            .does("an eviction, or the database's pod deleted at once")
            .undone("its workload makes another")
            .needs("kube-apiserver", "postgres", "nodes")
            .perStore(),
        kind(28, "namespace or release removed by hand", 1, 240, new RemovedByHand())
            .does("the namespace, or the Secrets of the release, in turn")
            .undone("a retry, once the store says so")
            .needs("kube-apiserver", "postgres", "kafka", "readiness-watcher", "store-api")
            .perStore(),
        kind(29, "a finalizer holds the namespace", 20, 180, new NamespaceHeld())
            .does("a ConfigMap with a finalizer, then the store is deleted")
            .undone("the finalizer is taken away")
            .needs("kube-apiserver", "postgres")
            .perStore()
            .deletes(),
        kind(30, "ingress down", 15, 120, new IngressDown())
            .does("SIGKILL and SIGSTOP of traefik in turn")
            .undone("started again, SIGCONT")
            .hurts("traefik"));
  }

  private static FaultKind killed(int number, String part, int settles) {
    return kind(number, part + " killed", 3, settles, new PartKilled(part, isPlatform(number)))
        .does("SIGKILL")
        .undone("its supervisor starts it again")
        .hurts(hurt(part));
  }

  private static FaultKind paused(int number, String part, int seconds) {
    return kind(number, part + " paused", seconds, 180, new PartPaused(part, isPlatform(number)))
        .does("SIGSTOP for %d s, longer than it may be silent".formatted(seconds))
        .undone("SIGCONT")
        .hurts(hurt(part));
  }

  private static boolean isPlatform(int number) {
    return number > 8;
  }

  /** Without etcd there is no API server. */
  private static String[] hurt(String part) {
    return part.equals("etcd") ? new String[] {"etcd", "kube-apiserver"} : new String[] {part};
  }

  private static FaultKind kind(int number, String name, int lasts, int settles, Fault fault) {
    return new FaultKind(
        name,
        "",
        "",
        Duration.ofSeconds(lasts),
        Duration.ofSeconds(settles),
        new Target(number, NOTHING, NOTHING, false, false),
        fault);
  }
}

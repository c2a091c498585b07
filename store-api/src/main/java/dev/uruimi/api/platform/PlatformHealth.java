package dev.uruimi.api.platform;

import dev.uruimi.api.deadletters.DeadLetterCount;
import dev.uruimi.api.logidentity.LogWatch;
import dev.uruimi.api.peers.PeerProperties;
import dev.uruimi.api.peers.Watcher;
import dev.uruimi.api.platform.HealthView.Condition;
import dev.uruimi.api.platform.HealthView.LagView;
import dev.uruimi.api.platform.HealthView.PartView;
import dev.uruimi.api.platform.HealthView.ServiceView;
import dev.uruimi.api.platform.Inquiries.Inquiry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at every part of the platform at once. */
@Component
class PlatformHealth {

  private final Inquiries inquiries;
  private final ServiceHealth services;
  private final Parts parts;
  private final Lags lags;
  private final DeadLetterCount deadLetters;
  private final Watcher watcher;
  private final LogWatch watch;
  private final PeerProperties peers;
  private final Clock clock;

  PlatformHealth(
      Inquiries inquiries,
      ServiceHealth services,
      Parts parts,
      Lags lags,
      DeadLetterCount deadLetters,
      Watcher watcher,
      LogWatch watch,
      PeerProperties peers,
      Clock clock) {
    this.inquiries = inquiries;
    this.services = services;
    this.parts = parts;
    this.lags = lags;
    this.deadLetters = deadLetters;
    this.watcher = watcher;
    this.watch = watch;
    this.peers = peers;
    this.clock = clock;
  }

  /** How everything is now; takes little more than 2 s whatever happens. */
  HealthView look() {
    var askedParts = askParts();
    var workers = new LinkedHashMap<String, Inquiry<ServiceView>>();
    workers.put("provisioner", service("provisioner", peers.provisioner()));
    workers.put("readiness-watcher", service("readiness-watcher", peers.watcher()));
    workers.put("cleanup", service("cleanup", peers.cleanup()));
    var tableLag = inquiries.ask("lag of the table", lags.ofTable());
    var workerLags = inquiries.ask("lag of the workers", lags.ofWorkers());
    var dead = inquiries.ask("dead letters", deadLetters::unhandled);
    var capacity =
        inquiries.ask(
            "capacity", () -> watcher.ask("/capacity", HealthView.Capacity.class, Inquiries.LIMIT));

    var shownParts = new ArrayList<PartView>();
    askedParts.forEach((name, inquiry) -> shownParts.add(part(name, inquiry)));
    var shownServices = new ArrayList<ServiceView>();
    shownServices.add(self(shownParts, watch.loss().orElse(null)));
    workers.forEach((name, inquiry) -> shownServices.add(shown(name, inquiry)));
    return new HealthView(
        clock.instant(),
        shownServices,
        shownParts,
        lag(tableLag, workerLags),
        dead.outcome().answer(),
        capacity.outcome().answer());
  }

  private LinkedHashMap<String, Inquiry<Boolean>> askParts() {
    var asked = new LinkedHashMap<String, Inquiry<Boolean>>();
    asked.put("kafka", inquiries.ask("kafka", parts::kafka));
    asked.put("postgres", inquiries.ask("postgres", parts::postgres));
    asked.put("cluster", inquiries.ask("cluster", parts::cluster));
    if (parts.hasIngress()) {
      asked.put("ingress", inquiries.ask("ingress", parts::ingress));
    }
    return asked;
  }

  private Inquiry<ServiceView> service(String name, URI base) {
    return inquiries.ask(name, () -> services.of(name, base));
  }

  /**
   * This service answers, or nobody would read this; without its own two, or a log, little helps.
   */
  private static ServiceView self(List<PartView> parts, @Nullable String loss) {
    if (loss != null) {
      return new ServiceView("store-api", Condition.IMPAIRED, loss, 0L);
    }
    var missing =
        parts.stream()
            .filter(part -> part.status() != Condition.UP)
            .map(PartView::name)
            .filter(name -> name.equals("kafka") || name.equals("postgres"))
            .collect(Collectors.joining(" and "));
    return missing.isEmpty()
        ? new ServiceView("store-api", Condition.UP, null, 0L)
        : new ServiceView("store-api", Condition.IMPAIRED, "It cannot reach " + missing + ".", 0L);
  }

  private static ServiceView shown(String name, Inquiry<ServiceView> inquiry) {
    var outcome = inquiry.outcome();
    var view = outcome.answer();
    return view != null ? view : new ServiceView(name, Condition.DOWN, outcome.problem(), null);
  }

  private static PartView part(String name, Inquiry<Boolean> inquiry) {
    var problem = inquiry.outcome().problem();
    return new PartView(name, problem == null ? Condition.UP : Condition.DOWN, problem);
  }

  private static List<LagView> lag(Inquiry<LagView> table, Inquiry<List<LagView>> workers) {
    var lag = new ArrayList<LagView>();
    addIfThere(lag, table.outcome().answer());
    var others = workers.outcome().answer();
    if (others != null) {
      lag.addAll(others);
    }
    return lag;
  }

  private static void addIfThere(List<LagView> lag, @Nullable LagView view) {
    if (view != null) {
      lag.add(view);
    }
  }
}

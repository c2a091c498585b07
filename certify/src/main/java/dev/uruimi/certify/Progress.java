package dev.uruimi.certify;

import java.time.Duration;

/** Told of how a campaign is getting on. */
public interface Progress {

  void started(String task);

  /** What the task does now. */
  void said(String task, String line);

  void done(String task, Duration took);

  void failed(String task, Duration took);
}

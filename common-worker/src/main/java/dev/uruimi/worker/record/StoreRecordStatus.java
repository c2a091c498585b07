package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the workers found and did.
 *
 * @param claim who is working on the store, or null
 * @param provision progress of the newest attempt that was begun, or null
 * @param verdict the watcher's last word, or null
 * @param everReady whether the store was ever ready, so that its data must be kept
 * @param removal progress of the clean-up, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoreRecordStatus(
    @Nullable Claim claim,
    @Nullable Provision provision,
    @Nullable Verdict verdict,
    boolean everReady,
    @Nullable Removal removal) {

  /** Of a record nobody worked on yet. */
  public static final StoreRecordStatus EMPTY =
      new StoreRecordStatus(null, null, null, false, null);

  public StoreRecordStatus with(@Nullable Claim claim) {
    return new StoreRecordStatus(claim, provision, verdict, everReady, removal);
  }

  public StoreRecordStatus with(@Nullable Provision provision) {
    return new StoreRecordStatus(claim, provision, verdict, everReady, removal);
  }

  /** With another verdict; a ready one is remembered in {@link #everReady}. */
  public StoreRecordStatus with(@Nullable Verdict verdict) {
    var ready = verdict != null && verdict.state() == Verdict.State.READY;
    return new StoreRecordStatus(claim, provision, verdict, everReady || ready, removal);
  }

  public StoreRecordStatus with(@Nullable Removal removal) {
    return new StoreRecordStatus(claim, provision, verdict, everReady, removal);
  }
}

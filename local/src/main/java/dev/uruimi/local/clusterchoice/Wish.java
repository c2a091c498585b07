package dev.uruimi.local.clusterchoice;

import org.jspecify.annotations.Nullable;

/**
 * What the person asked for.
 *
 * @param context the name of a context; null: none was named
 * @param kind of cluster; null: whatever fits
 */
public record Wish(@Nullable String context, @Nullable ClusterKind kind) {

  /** Whatever fits. */
  public static final Wish ANY = new Wish(null, null);

  /** Whether a choice that was made before is not against it. */
  public boolean allows(ClusterChoice choice) {
    if (context != null) {
      return choice instanceof ClusterChoice.Context before && before.name().equals(context);
    }
    return kind == null
        || switch (kind) {
          case EMBEDDED -> choice instanceof ClusterChoice.Embedded;
          case SIMULATED -> choice.simulated();
          case KIND -> choice.equals(new ClusterChoice.Made(Distribution.KIND));
          case K3D -> choice.equals(new ClusterChoice.Made(Distribution.K3D));
        };
  }
}

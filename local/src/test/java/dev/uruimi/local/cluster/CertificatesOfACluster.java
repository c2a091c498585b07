package dev.uruimi.local.cluster;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/** The certificates of a cluster that is not started, for tests of what uses them. */
public final class CertificatesOfACluster {

  private CertificatesOfACluster() {}

  /** Makes them in the home's state. */
  public static void make(UruimiHome home) throws IOException, GeneralSecurityException {
    new Certificates(new ClusterFiles(home), Clock.systemUTC()).ensure(line -> {});
  }

  /** Believes them. */
  public static SSLContext trust(UruimiHome home) throws IOException, GeneralSecurityException {
    return Trust.in(authority(home));
  }

  public static Path authority(UruimiHome home) {
    return new ClusterFiles(home).certificate(Certificates.AUTHORITY);
  }
}

package dev.uruimi.local.cluster;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS of a server that the cluster's clients believe on loopback. */
public final class ServerTls {

  private static final char[] IN_MEMORY = new char[0];

  private ServerTls() {}

  /** With the certificate that the cluster's own servers have. */
  public static SSLContext of(UruimiHome home) throws IOException, GeneralSecurityException {
    var files = new ClusterFiles(home);
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setKeyEntry(
        "server",
        Pem.key(files.key(Certificates.SERVER)),
        IN_MEMORY,
        new X509Certificate[] {Pem.certificate(files.certificate(Certificates.SERVER))});
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, IN_MEMORY);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}

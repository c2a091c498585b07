package dev.uruimi.local.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemReader;

/** Certificates and elliptic-curve keys as PEM files. */
final class Pem {

  private Pem() {}

  static void write(Path file, X509Certificate certificate) throws IOException {
    writeObject(file, certificate);
  }

  /** An RSA key as PKCS #1, which all clients read; others as PKCS #8. */
  static void write(Path file, PrivateKey key) throws IOException {
    writeObject(file, key.getAlgorithm().equals("RSA") ? key : new JcaPKCS8Generator(key, null));
  }

  static void write(Path file, PublicKey key) throws IOException {
    writeObject(file, key);
  }

  private static void writeObject(Path file, Object object) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    OwnerOnly.write(file, text.toString());
  }

  static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    try (var reader = new PemReader(new StringReader(Files.readString(file)))) {
      var content = reader.readPemObject().getContent();
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(content));
    }
  }
}

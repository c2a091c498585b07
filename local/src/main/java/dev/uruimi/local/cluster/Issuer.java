package dev.uruimi.local.cluster;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority on the curve P-256.
 *
 * @param certificate its own
 * @param key its own
 * @param clock certificates are valid from an hour before now (clocks differ)
 */
record Issuer(X509Certificate certificate, PrivateKey key, Clock clock) {

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
  private static final Duration LEAF_LIFE = Duration.ofDays(365);

  /** A certificate and its key. */
  record Credential(X509Certificate certificate, PrivateKey key) {

    void write(Path certificateFile, Path keyFile) throws IOException {
      Pem.write(keyFile, key);
      Pem.write(certificateFile, certificate);
    }
  }

  static KeyPair newKeyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** For clients that can't read keys on a curve, of which there are many. */
  static KeyPair newRsaKeyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  static Credential createAuthority(String name, Clock clock)
      throws IOException, GeneralSecurityException {
    var keys = newKeyPair();
    var subject = name(name, "");
    var builder = builder(subject, subject, keys, clock, AUTHORITY_LIFE);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
    return new Credential(sign(builder, keys.getPrivate()), keys.getPrivate());
  }

  static Issuer read(Path certificate, Path key, Clock clock)
      throws IOException, GeneralSecurityException {
    return new Issuer(Pem.certificate(certificate), Pem.key(key), clock);
  }

  Credential client(String user, String group, KeyPair keys)
      throws IOException, GeneralSecurityException {
    return leaf(name(user, group), keys, List.of(), KeyPurposeId.id_kp_clientAuth);
  }

  /** For servers under these names and addresses; also good as a client (etcd's peer is both). */
  Credential server(String name, List<String> dnsNames, List<String> addresses)
      throws IOException, GeneralSecurityException {
    var names = new ArrayList<GeneralName>();
    dnsNames.forEach(dns -> names.add(new GeneralName(GeneralName.dNSName, dns)));
    addresses.forEach(address -> names.add(new GeneralName(GeneralName.iPAddress, address)));
    return leaf(
        name(name, ""),
        newKeyPair(),
        names,
        KeyPurposeId.id_kp_serverAuth,
        KeyPurposeId.id_kp_clientAuth);
  }

  private Credential leaf(
      X500Name subject, KeyPair keys, List<GeneralName> names, KeyPurposeId... purposes)
      throws IOException, GeneralSecurityException {
    var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    var builder = builder(issuer, subject, keys, clock, LEAF_LIFE);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    if (!names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(GeneralName[]::new)));
    }
    return new Credential(sign(builder, key), keys.getPrivate());
  }

  private static X500Name name(String user, String group) {
    var name = new X500NameBuilder(BCStyle.INSTANCE);
    if (!group.isEmpty()) {
      name.addRDN(BCStyle.O, group);
    }
    return name.addRDN(BCStyle.CN, user).build();
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Clock clock, Duration life)
      throws CertIOException {
    var now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, new SecureRandom()),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(now.plus(life)),
        subject,
        keys.getPublic());
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}

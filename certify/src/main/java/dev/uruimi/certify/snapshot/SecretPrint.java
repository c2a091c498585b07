package dev.uruimi.certify.snapshot;

/**
 * What a generated Secret holds, as a hash.
 *
 * @param namespaceUid of the namespace it lies in: one made anew has Secrets made anew
 * @param hash SHA-256 of names and values, in hexadecimal digits
 */
public record SecretPrint(String namespace, String namespaceUid, String name, String hash) {

  /** Whether both are of the same Secret. */
  public boolean sameSecret(SecretPrint other) {
    return namespaceUid.equals(other.namespaceUid) && name.equals(other.name);
  }
}

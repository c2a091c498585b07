package dev.uruimi.local.stores;

/** What the shop's admin asks for; the text form hides the password. */
public record Credentials(String username, String password) {

  @Override
  public String toString() {
    return "Credentials[username=" + username + "]";
  }
}

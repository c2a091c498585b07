package dev.uruimi.api.login;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks: whoever holds the token, or a browser that came by a link of theirs. */
final class Caller extends AbstractAuthenticationToken {

  /** What only the token's holder may: make links. */
  static final String TOKEN = "token";

  private static final long serialVersionUID = 1L;

  private final String name;

  private Caller(String name, List<SimpleGrantedAuthority> authorities) {
    super(authorities);
    this.name = name;
    setAuthenticated(true);
  }

  static Caller program() {
    return new Caller("program", List.of(new SimpleGrantedAuthority(TOKEN)));
  }

  static Caller browser() {
    return new Caller("browser", List.of());
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return name;
  }
}

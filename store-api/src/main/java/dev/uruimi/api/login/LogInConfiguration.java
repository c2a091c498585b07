package dev.uruimi.api.login;

import dev.uruimi.access.Token;
import dev.uruimi.api.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What may be asked without being logged in: whether the service is well, and to be logged in. */
@Configuration(proxyBeanMethods = false)
class LogInConfiguration {

  private static final String[] HEALTH = {
    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
  };

  /** Origins, headers and bodies are looked at before, for every request: {@code api.web}. */
  @Bean
  SecurityFilterChain logIn(
      HttpSecurity http,
      LogInProperties properties,
      Sessions sessions,
      Refusals refusals,
      ProblemWriter problems) {
    var token = Token.ofFile("LOGIN_TOKEN_FILE", properties.tokenFile());
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new LogInFilter(token, sessions, problems), AuthorizationFilter.class)
        .exceptionHandling(
            it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            it ->
                it.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HEALTH)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET, LogInPage.PATH, LogInPage.SCRIPT, LogInPage.STYLE)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, LogInPage.PATH)
                    .permitAll()
                    .requestMatchers("/log-in/links")
                    .hasAuthority(Caller.TOKEN)
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /** Paths are its business; methods and headers are judged where they are read. */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(_ -> true);
    firewall.setAllowedHeaderValues(_ -> true);
    firewall.setAllowedParameterNames(_ -> true);
    firewall.setAllowedParameterValues(_ -> true);
    firewall.setAllowedHostnames(_ -> true);
    return firewall;
  }
}

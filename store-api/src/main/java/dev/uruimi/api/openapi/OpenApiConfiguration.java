package dev.uruimi.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String TOKEN = "token";
  private static final String SESSION = "session";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Uruimi store API")
                .version("1")
                .description("Shops on Kubernetes from one click.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(TOKEN, token())
                .addSecuritySchemes(SESSION, session()))
        .security(
            List.of(
                new SecurityRequirement().addList(TOKEN),
                new SecurityRequirement().addList(SESSION)));
  }

  private static SecurityScheme token() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("the token of the installation, for programs");
  }

  private static SecurityScheme session() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.COOKIE)
        .name("__Host-uruimi-session")
        .description("of a browser that logged in; writes come from a page of this host and port");
  }

  @Bean
  OpenApiCustomizer documentedProblems() {
    return document -> {
      document.getComponents().addSchemas("Problem", ProblemSchemas.problem());
      document.getComponents().addSchemas("FieldError", ProblemSchemas.fieldError());
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> ProblemSchemas.add(path, method, operation)));
    };
  }
}

package dev.uruimi.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Uruimi store API")
                .version("1")
                .description("Shops on Kubernetes from one click.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")));
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

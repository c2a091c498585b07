package dev.uruimi.api.engines;

import dev.uruimi.engines.EngineCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  EngineCatalogue engineCatalogue(EngineProperties properties) {
    return EngineCatalogue.load(properties.directory(), System::getenv);
  }
}

package dev.uruimi.api.page;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files of the page. Names of assets change with their content, so they may be kept. */
@Configuration(proxyBeanMethods = false)
class PageResources implements WebMvcConfigurer {

  private final PageProperties properties;

  PageResources(PageProperties properties) {
    this.properties = properties;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(under("assets/"))
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/{file:[a-z0-9-]{1,40}\\.(?:svg|png|ico|txt|webmanifest)}")
        .addResourceLocations(properties.location())
        .setCacheControl(CacheControl.noCache());
  }

  private org.springframework.core.io.Resource under(String directory) {
    try {
      return properties.location().createRelative(directory);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("no place for the page's files", e);
    }
  }
}

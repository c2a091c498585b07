package dev.uruimi.provisioner;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The name servers that the provisioner's policies know by default. */
public final class NameServers {

  private NameServers() {}

  public static List<String> byDefault() {
    return Arrays.stream(ProvisionerProperties.class.getDeclaredConstructors()[0].getParameters())
        .filter(parameter -> parameter.getName().equals("nameServers"))
        .map(parameter -> List.of(parameter.getAnnotation(DefaultValue.class).value()))
        .findFirst()
        .orElseThrow();
  }
}

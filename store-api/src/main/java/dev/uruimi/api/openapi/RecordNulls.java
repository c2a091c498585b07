package dev.uruimi.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of records what their types say: every field is there, and null only where it is declared
 * {@code @Nullable}; a record that leaves nulls out ({@code JsonInclude.NON_NULL}) has a field or
 * has it not. Records that clients send (they allow no more fields, or name their required ones
 * themselves) are left as they are.
 */
@Component
class RecordNulls implements ModelConverter {

  private static final Set<String> NULL = Set.of("null");

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    var raw = Json31.mapper().constructType(type.getType()).getRawClass();
    if (schema != null && raw.isRecord() && raw.getName().startsWith("dev.uruimi.")) {
      var reference = schema.get$ref();
      var name =
          reference == null
              ? schema.getName()
              : reference.substring(reference.lastIndexOf('/') + 1);
      var model = name == null ? null : context.getDefinedModels().get(name);
      if (model != null
          && model.getProperties() != null
          && model.getRequired() == null
          && !Boolean.FALSE.equals(model.getAdditionalProperties())) {
        describe(model, raw);
      }
    }
    return schema;
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void describe(Schema model, Class<?> raw) {
    var leavesOut = leavesNullsOut(raw);
    var required = new ArrayList<String>();
    for (var component : raw.getRecordComponents()) {
      var name = name(component);
      var property = (Schema<?>) model.getProperties().get(name);
      var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (property != null && !(nullable && leavesOut)) {
        required.add(name);
        if (nullable) {
          model.getProperties().put(name, orNull(property));
        }
      }
    }
    model.setRequired(required);
  }

  private static boolean leavesNullsOut(Class<?> raw) {
    var include = raw.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_NULL;
  }

  private static String name(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      return new JsonSchema()
          .description(property.getDescription())
          .anyOf(List.of(new JsonSchema().$ref(property.get$ref()), new JsonSchema().types(NULL)));
    }
    var types = new LinkedHashSet<String>();
    if (property.getTypes() != null) {
      types.addAll(property.getTypes());
    } else if (property.getType() != null) {
      types.add(property.getType());
    }
    types.add("null");
    return property.types(types);
  }
}

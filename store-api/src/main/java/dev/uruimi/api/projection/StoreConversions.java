package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.events.EventCodec;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import tools.jackson.databind.json.JsonMapper;

/** A store is one JSON column. */
@Configuration(proxyBeanMethods = false)
class StoreConversions {

  /** The mapper of the column; like events, it allows fields it does not know. */
  static final JsonMapper JSON = EventCodec.JSON;

  @Bean
  JdbcCustomConversions jdbcCustomConversions() {
    return JdbcCustomConversions.of(
        JdbcPostgresDialect.INSTANCE, List.of(ReadStore.INSTANCE, WriteStore.INSTANCE));
  }

  @ReadingConverter
  enum ReadStore implements Converter<PGobject, Store> {
    INSTANCE;

    @Override
    public Store convert(PGobject source) {
      return JSON.readValue(source.getValue(), Store.class);
    }
  }

  @WritingConverter
  enum WriteStore implements Converter<Store, PGobject> {
    INSTANCE;

    @Override
    public PGobject convert(Store source) {
      return json(source);
    }
  }

  static PGobject json(Store store) {
    return json(JSON.writeValueAsString(store));
  }

  static PGobject json(String text) {
    try {
      var json = new PGobject();
      json.setType("json");
      json.setValue(text);
      return json;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

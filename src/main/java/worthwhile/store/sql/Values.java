package worthwhile.store.sql;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;

/**
 * Puts values of every kind into statements as they stand in columns: times in milliseconds,
 * amounts, ids and reasons as texts that both databases can hold.
 */
public final class Values implements ArgumentFactory.Preparable {
  private static final List<Class<?>> KINDS =
      List.of(
          Optional.class,
          Instant.class,
          Duration.class,
          Boolean.class,
          boolean.class,
          String.class,
          UUID.class,
          BigDecimal.class,
          RequesterId.class,
          Reason.class,
          Collection.class);

  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    Class<?> wanted = GenericTypes.getErasedType(type);
    boolean known = KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(wanted));
    return known ? Optional.of(Values::argument) : Optional.empty();
  }

  private static Argument argument(@Nullable Object value) {
    return switch (value) {
      case null -> (position, statement, _) -> statement.setNull(position, Types.NULL);
      case Optional<?> maybe -> argument(maybe.orElse(null));
      case Instant instant -> number(instant.toEpochMilli());
      case Duration span -> number(span.toMillis());
      case Boolean is -> number(is ? 1 : 0);
      case String text -> text(text);
      case UUID id -> text(id.toString());
      case BigDecimal amount -> text(amount.toPlainString());
      case RequesterId id -> text(id.toString());
      case Reason reason -> text(PostingJson.stored(reason));
      case Collection<?> words -> text(Columns.words(words));
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    };
  }

  private static Argument number(long value) {
    return (position, statement, _) -> statement.setLong(position, value);
  }

  private static Argument text(String value) {
    String safe = Columns.text(value);
    return (position, statement, _) -> statement.setString(position, safe);
  }
}

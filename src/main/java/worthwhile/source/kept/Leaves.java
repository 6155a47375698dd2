package worthwhile.source.kept;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import worthwhile.source.Css;

/** Encodings of the types that have no parts. */
final class Leaves {
  private static final Map<Class<?>, Encoding> ENCODINGS =
      Map.ofEntries(
          text(String.class, Function.identity(), Function.identity()),
          text(BigDecimal.class, BigDecimal::toString, BigDecimal::new),
          text(Duration.class, Duration::toString, Duration::parse),
          text(LocalDate.class, LocalDate::toString, LocalDate::parse),
          text(ZoneId.class, ZoneId::getId, ZoneId::of),
          text(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag),
          leaf(Pattern.class, Leaves::pattern, Leaves::pattern),
          text(Css.class, Css::text, Css::new),
          leaf(boolean.class, (yes, to) -> to.number((Boolean) yes ? 1 : 0), Leaves::yes),
          leaf(Boolean.class, (yes, to) -> to.number((Boolean) yes ? 1 : 0), Leaves::yes),
          leaf(int.class, (number, to) -> to.number((Integer) number), Leaves::whole),
          leaf(Integer.class, (number, to) -> to.number((Integer) number), Leaves::whole),
          leaf(long.class, (number, to) -> to.number((Long) number), BytesIn::number),
          leaf(OptionalInt.class, Leaves::perhaps, Leaves::perhaps));

  private Leaves() {}

  /** The encoding of a type; absent if it has parts or is not known. */
  static Optional<Encoding> of(Class<?> type) {
    return type.isEnum()
        ? Optional.of(new Constant(type))
        : Optional.ofNullable(ENCODINGS.get(type));
  }

  private static <T> Map.Entry<Class<?>, Encoding> text(
      Class<T> type, Function<T, String> spell, Function<String, T> understand) {
    return leaf(
        type,
        (value, to) -> to.text(spell.apply(type.cast(value))),
        from -> understand.apply(from.text()));
  }

  private static Map.Entry<Class<?>, Encoding> leaf(
      Class<?> type, BiConsumer<Object, BytesOut> write, Function<BytesIn, Object> read) {
    return Map.entry(type, new Leaf(write, read));
  }

  private static boolean yes(BytesIn from) {
    return from.number() == 1;
  }

  private static int whole(BytesIn from) {
    return (int) from.number();
  }

  private static void perhaps(Object value, BytesOut to) {
    OptionalInt number = (OptionalInt) value;
    to.number(number.isPresent() ? 1 : 0);
    number.ifPresent(to::number);
  }

  private static OptionalInt perhaps(BytesIn from) {
    return yes(from) ? OptionalInt.of(whole(from)) : OptionalInt.empty();
  }

  private static void pattern(Object value, BytesOut to) {
    Pattern pattern = (Pattern) value;
    to.text(pattern.pattern());
    to.number(pattern.flags());
  }

  private static Pattern pattern(BytesIn from) {
    return Pattern.compile(from.text(), whole(from));
  }

  private record Leaf(BiConsumer<Object, BytesOut> write, Function<BytesIn, Object> read)
      implements Encoding {
    @Override
    public void write(Object value, BytesOut to) {
      write.accept(value, to);
    }

    @Override
    public Object read(BytesIn from) {
      return read.apply(from);
    }
  }

  /** One of an enum's, by its place. */
  private record Constant(Class<?> type) implements Encoding {
    @Override
    public void write(Object value, BytesOut to) {
      to.number(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(BytesIn from) {
      return type.getEnumConstants()[whole(from)];
    }
  }
}

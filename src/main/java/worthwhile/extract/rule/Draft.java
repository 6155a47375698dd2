package worthwhile.extract.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.WorkReport;

/** Typed values of one row by field name, before they become an item. */
public final class Draft {
  private final Map<String, Object> values = new LinkedHashMap<>();

  public Draft copy() {
    Draft copy = new Draft();
    copy.values.putAll(values);
    return copy;
  }

  /** Sets a value; null takes it away. */
  public Draft put(String field, @Nullable Object value) {
    if (value == null || (value instanceof List<?> list && list.isEmpty())) values.remove(field);
    else values.put(field, value);
    return this;
  }

  /** Sets a value where none is. */
  public Draft putIfAbsent(String field, Object value) {
    return has(field) ? this : put(field, value);
  }

  public boolean has(String field) {
    return values.containsKey(field);
  }

  public @Nullable String text(String field) {
    return values.get(field) instanceof String text ? text : null;
  }

  public @Nullable Instant date(String field) {
    return values.get(field) instanceof Instant date ? date : null;
  }

  public @Nullable Duration span(String field) {
    return values.get(field) instanceof Duration span ? span : null;
  }

  public @Nullable Integer count(String field) {
    return values.get(field) instanceof Integer count ? count : null;
  }

  public @Nullable BigDecimal decimal(String field) {
    return values.get(field) instanceof BigDecimal number ? number : null;
  }

  public boolean flag(String field) {
    return Boolean.TRUE.equals(values.get(field));
  }

  public @Nullable MonetaryAmount money(String field) {
    return values.get(field) instanceof MonetaryAmount money ? money : null;
  }

  public List<String> texts(String field) {
    return values.get(field) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : Stream.ofNullable(text(field)).toList();
  }

  public List<WorkReport> reports() {
    return values.get("reports") instanceof List<?> list
        ? list.stream().filter(WorkReport.class::isInstance).map(WorkReport.class::cast).toList()
        : List.of();
  }

  /** What a condition is judged on. */
  public List<String> words(String field) {
    Object value = values.get(field);
    if (value instanceof List<?> list) return list.stream().map(Objects::toString).toList();
    return value == null ? List.of() : List.of(value.toString());
  }

  /** Takes over what is missing here; several places are told together, lists united. */
  public void merge(Draft other) {
    other.values.forEach(
        (field, value) -> {
          Object mine = values.get(field);
          if (mine == null) values.put(field, value);
          else if (mine instanceof List<?> a && value instanceof List<?> b)
            values.put(field, Stream.concat(a.stream(), b.stream()).distinct().toList());
          else if (field.equals("jobLocation") && !mine.toString().contains(value.toString()))
            values.put(field, mine + "; " + value);
        });
  }
}

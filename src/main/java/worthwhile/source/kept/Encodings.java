package worthwhile.source.kept;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The encoding of every type that definitions are made of, found out from the types themselves:
 * records by their components, sealed interfaces by what they permit. A field that is added needs
 * no line here; a type that is not known is refused by its name.
 */
final class Encodings {
  private final Map<Type, Encoding> known = new HashMap<>();

  Encoding of(Type type) {
    Encoding encoding = known.get(type);
    if (encoding != null) return encoding;
    // A rule may hold rules: the encoding that is just being made is found by those within it.
    Later later = new Later();
    known.put(type, later);
    later.encoding = made(type);
    known.put(type, later.encoding);
    return later.encoding;
  }

  /** Stands for an encoding until it is made. */
  private static final class Later implements Encoding {
    private Encoding encoding = this;

    @Override
    public void write(Object value, BytesOut to) {
      encoding.write(value, to);
    }

    @Override
    public Object read(BytesIn from) {
      return encoding.read(from);
    }
  }

  private Encoding made(Type type) {
    if (type instanceof ParameterizedType of) {
      List<Encoding> parts = Arrays.stream(of.getActualTypeArguments()).map(this::of).toList();
      return grouped((Class<?>) of.getRawType(), parts);
    }
    if (!(type instanceof Class<?> plain)) throw unknown(type);
    return Leaves.of(plain).orElseGet(() -> composed(plain));
  }

  private Encoding composed(Class<?> type) {
    if (type.isRecord()) return new OfRecord(type);
    if (type.isSealed()) return new OneOf(type);
    throw unknown(type);
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException(
        type.getTypeName() + " cannot be kept; say in Leaves how it is written");
  }

  private static Encoding grouped(Class<?> type, List<Encoding> parts) {
    if (type == Optional.class) return new Perhaps(parts.getFirst());
    if (type == List.class) return new Many(parts.getFirst(), Collections::unmodifiableList);
    if (type == Set.class)
      return new Many(
          parts.getFirst(), all -> Collections.unmodifiableSet(new LinkedHashSet<>(all)));
    if (type == Map.class) return new Pairs(parts.getFirst(), parts.getLast());
    throw unknown(type);
  }

  private record Perhaps(Encoding part) implements Encoding {
    @Override
    public void write(Object value, BytesOut to) {
      Optional<?> perhaps = (Optional<?>) value;
      to.number(perhaps.isPresent() ? 1 : 0);
      perhaps.ifPresent(one -> part.write(one, to));
    }

    @Override
    public Object read(BytesIn from) {
      return from.number() == 0 ? Optional.empty() : Optional.of(part.read(from));
    }
  }

  /** Finishes what was read one by one. */
  private interface End {
    Object of(List<Object> all);
  }

  private record Many(Encoding part, End end) implements Encoding {
    @Override
    public void write(Object value, BytesOut to) {
      Collection<?> all = (Collection<?>) value;
      to.number(all.size());
      for (Object one : all) part.write(one, to);
    }

    @Override
    public Object read(BytesIn from) {
      int count = from.count();
      List<Object> all = new ArrayList<>(count);
      for (int i = 0; i < count; i++) all.add(part.read(from));
      return end.of(all);
    }
  }

  private record Pairs(Encoding key, Encoding part) implements Encoding {
    @Override
    public void write(Object value, BytesOut to) {
      Map<?, ?> all = (Map<?, ?>) value;
      to.number(all.size());
      all.forEach(
          (name, one) -> {
            key.write(name, to);
            part.write(one, to);
          });
    }

    @Override
    public Object read(BytesIn from) {
      int count = from.count();
      Map<Object, Object> all = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) all.put(key.read(from), part.read(from));
      return Collections.unmodifiableMap(all);
    }
  }

  /** Which of the permitted types it is, and then that. */
  private final class OneOf implements Encoding {
    private final List<Class<?>> types;

    private OneOf(Class<?> type) {
      types = List.of(type.getPermittedSubclasses());
    }

    @Override
    public void write(Object value, BytesOut to) {
      int which = 0;
      while (!types.get(which).isInstance(value)) which++;
      to.number(which);
      of(types.get(which)).write(value, to);
    }

    @Override
    public Object read(BytesIn from) {
      return of(types.get((int) from.number())).read(from);
    }
  }

  /** Its components one after another; read again by its constructor, which checks them. */
  private final class OfRecord implements Encoding {
    private final List<Encoding> parts = new ArrayList<>();
    private final List<Method> accessors = new ArrayList<>();
    private final Constructor<?> constructor;

    private OfRecord(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      try {
        constructor = type.getDeclaredConstructor(types);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has it", e);
      }
      constructor.setAccessible(true);
      for (RecordComponent component : components) {
        parts.add(Encodings.this.of(component.getGenericType()));
        component.getAccessor().setAccessible(true);
        accessors.add(component.getAccessor());
      }
    }

    @Override
    public void write(Object value, BytesOut to) {
      try {
        for (int i = 0; i < parts.size(); i++)
          parts.get(i).write(accessors.get(i).invoke(value), to);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException(value.getClass() + " cannot be written", e);
      }
    }

    @Override
    public Object read(BytesIn from) {
      Object[] values = new Object[parts.size()];
      for (int i = 0; i < values.length; i++) values[i] = parts.get(i).read(from);
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(constructor.getDeclaringClass() + " refuses it", e);
      }
    }
  }
}

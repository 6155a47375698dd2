package worthwhile.alert.match;

import java.util.Arrays;

/**
 * The first so many elements of an array: a list that never changes. What is added to it lies
 * behind its end, where only the new list looks, so that adding seldom copies; only the newest may
 * be added to.
 */
final class Slice<T> {
  private final Object[] elements;
  private final int size;

  private Slice(Object[] elements, int size) {
    this.elements = elements;
    this.size = size;
  }

  static <T> Slice<T> of(T only) {
    return new Slice<>(new Object[] {only}, 1);
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  T get(int at) {
    return (T) elements[at];
  }

  /** This and one more; by one writer at a time. */
  Slice<T> with(T more) {
    Object[] room =
        size < elements.length ? elements : Arrays.copyOf(elements, size + 1 + size / 2);
    room[size] = more;
    return new Slice<>(room, size + 1);
  }

  /** This without the first that equals; itself if there is none. */
  Slice<T> without(T one) {
    for (int i = 0; i < size; i++)
      if (elements[i].equals(one)) {
        Object[] left = new Object[size - 1];
        System.arraycopy(elements, 0, left, 0, i);
        System.arraycopy(elements, i + 1, left, i, size - 1 - i);
        return new Slice<>(left, size - 1);
      }
    return this;
  }
}

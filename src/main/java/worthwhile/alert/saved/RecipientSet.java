package worthwhile.alert.saved;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * Numbers of recipients. A posting may be told to thousands at once, so that they are kept as the
 * gaps between them, most of which take one byte.
 */
public final class RecipientSet {
  private final long[] numbers;

  private RecipientSet(long[] sorted) {
    this.numbers = sorted;
  }

  public static RecipientSet of(Collection<Long> numbers) {
    return new RecipientSet(
        numbers.stream().mapToLong(Long::longValue).sorted().distinct().toArray());
  }

  public boolean contains(long number) {
    return Arrays.binarySearch(numbers, number) >= 0;
  }

  /** These and one more. */
  public RecipientSet with(long number) {
    return new RecipientSet(
        LongStream.concat(numbers(), LongStream.of(number)).sorted().distinct().toArray());
  }

  /** These but one. */
  public RecipientSet without(long number) {
    return new RecipientSet(numbers().filter(each -> each != number).toArray());
  }

  public LongStream numbers() {
    return Arrays.stream(numbers);
  }

  public boolean isEmpty() {
    return numbers.length == 0;
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  public byte[] packed() {
    var bytes = new ByteArrayOutputStream(numbers.length + 8);
    long before = 0;
    for (long number : numbers) {
      long gap = number - before;
      before = number;
      for (; gap > 0x7F; gap >>>= 7) bytes.write((int) ((gap & 0x7F) | 0x80));
      bytes.write((int) gap);
    }
    return bytes.toByteArray();
  }

  public static RecipientSet unpacked(byte[] bytes) {
    LongStream.Builder numbers = LongStream.builder();
    long number = 0;
    long gap = 0;
    int shift = 0;
    for (byte each : bytes) {
      gap |= (long) (each & 0x7F) << shift;
      shift += 7;
      if (each < 0) continue;
      number += gap;
      numbers.add(number);
      gap = 0;
      shift = 0;
    }
    return new RecipientSet(numbers.build().toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecipientSet set && Arrays.equals(numbers, set.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers);
  }
}

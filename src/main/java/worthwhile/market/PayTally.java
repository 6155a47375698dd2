package worthwhile.market;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Counts postings of a group. */
final class PayTally {
  private final LongStream.Builder nets = LongStream.builder();
  private int postings;

  /** One more posting, with its pay per hour if that is known. */
  void add(OptionalLong net) {
    postings++;
    net.ifPresent(nets::add);
  }

  /** What was counted; may be asked once. */
  Sample sample() {
    return Sample.of(postings, nets.build().toArray());
  }
}

package worthwhile.search;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A number of a posting that searches are filtered or ordered by. What is not known is a number
 * outside the range of known ones, on the side that lets one range say "this, or unknown".
 */
public enum NumberFact {
  /** Pay per hour; unknown is above every amount. */
  HOURLY(PostingFacts::hourly, Long.MAX_VALUE),
  /** Amount for one task or project; unknown is above every amount. */
  REWARD(PostingFacts::reward, Long.MAX_VALUE),
  /** Time needed; unknown is below every time. */
  DURATION(PostingFacts::duration, -1),
  /** When it was published; unknown is before every date. */
  POSTED(PostingFacts::posted, Long.MIN_VALUE),
  /** When it ends; unknown is after every date. */
  ENDS(PostingFacts::ends, Long.MAX_VALUE),
  /** Probability of fraud; unknown is below every one. */
  RISK(PostingFacts::risk, -1),
  /** 1 if something is said about pay. */
  PAYS(facts -> facts.saysPay() ? OptionalLong.of(1) : OptionalLong.empty(), 0);

  private final Function<PostingFacts, OptionalLong> value;
  private final long unknown;

  NumberFact(Function<PostingFacts, OptionalLong> value, long unknown) {
    this.value = value;
    this.unknown = unknown;
  }

  /** The number of a posting; absent if not known. */
  public OptionalLong of(PostingFacts facts) {
    return value.apply(facts);
  }

  /** What stands for a number that is not known. */
  public long unknown() {
    return unknown;
  }

  /** Name of the field in an index. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package worthwhile.search;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * A number of a posting that searches are filtered or ordered by. What is not known is a number
 * outside the range of known ones, on the side that lets one range say "this, or unknown".
 */
public enum NumberFact {
  /** Net pay per hour; unknown is above every amount. */
  HOURLY(Long.MAX_VALUE),
  /** Pay per hour after everything that is taken off; unknown is above every amount. */
  EFFECTIVE(Long.MAX_VALUE),
  /** Amount for one task or project; unknown is above every amount. */
  REWARD(Long.MAX_VALUE),
  /** Time needed; unknown is below every time. */
  DURATION(-1),
  /** Places left; unknown is below every number. */
  PLACES(-1),
  /** When it was published; unknown is before every date. */
  POSTED(Long.MIN_VALUE),
  /** When it ends; unknown is after every date. */
  ENDS(Long.MAX_VALUE),
  /** Probability of fraud; unknown is below every one. */
  RISK(-1),
  /** Score of who offers it; unknown is below every one. */
  REPUTATION(-1),
  /** How grave its gravest warning is: 0 without any, 3 for a danger. */
  SEVERITY(0),
  /** 1 if something is said about pay. */
  PAYS(0),
  /** Net pay per hour times the chance of it; unknown is below every amount. */
  WORTH(-1);

  private final long unknown;

  NumberFact(long unknown) {
    this.unknown = unknown;
  }

  /** The number of a posting; absent if not known. */
  public OptionalLong of(PostingFacts facts) {
    return switch (this) {
      case HOURLY -> facts.hourly();
      case EFFECTIVE -> facts.effective();
      case REWARD -> facts.reward();
      case DURATION -> facts.duration();
      case PLACES -> facts.places();
      case POSTED -> facts.posted();
      case ENDS -> facts.ends();
      case RISK -> facts.risk();
      case REPUTATION -> facts.reputation();
      case SEVERITY -> OptionalLong.of(facts.severity());
      case WORTH ->
          facts.worth().map(x -> OptionalLong.of(x.amount())).orElse(OptionalLong.empty());
      case PAYS -> facts.saysPay() ? OptionalLong.of(1) : OptionalLong.empty();
    };
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

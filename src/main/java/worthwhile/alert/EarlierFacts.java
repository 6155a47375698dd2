package worthwhile.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import worthwhile.posting.Posting;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingIndex;
import worthwhile.store.posting.Earlier;

/** What searches knew of a posting before a change of its numbers. */
final class EarlierFacts {
  private EarlierFacts() {}

  /**
   * The facts as they were.
   *
   * @param now the facts of the posting as it is, whose words are taken for those that it had
   */
  static PostingFacts of(Posting posting, PostingFacts now, Earlier was, PostingIndex index) {
    Posting before =
        new Posting(was.laidOver(posting.job()), posting.standing(), posting.assessment());
    PostingFacts job = index.facts(before);
    return new PostingFacts(
        now.id(),
        was.state(),
        millionths(was.net()),
        millionths(was.effective()),
        job.reward(),
        job.duration(),
        now.posted(),
        job.ends(),
        job.places(),
        millionths(was.risk()),
        millionths(was.reputation()),
        was.severity(),
        now.task(),
        now.seen(),
        now.worldwide(),
        now.limit(),
        now.requester(),
        was.says(),
        now.values(),
        now.text());
  }

  private static OptionalLong millionths(Optional<BigDecimal> number) {
    return number
        .map(x -> OptionalLong.of(PostingFacts.millionths(x, RoundingMode.FLOOR)))
        .orElse(OptionalLong.empty());
  }
}

package worthwhile.store.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Notice;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.community.WithdrawnRows;

/**
 * What became of the warnings of stored postings in one batch: the steps of the change log that say
 * so, and the word to those who have worked on a posting that is warned of only now.
 */
final class LaterWarnings {
  static final String WARNED = "warned";

  private static final String WORKERS =
      """
      select posting, account from work where posting in (<ids>)
      union
      select posting, account from work_timer where posting in (<ids>)
      """;

  /** So many ids fit in one question. */
  private static final int MOST_IDS = 500;

  private final Handle handle;
  private final Instant at;
  private final Map<String, Warning.Severity> warned = new LinkedHashMap<>();

  LaterWarnings(Handle handle, Instant at) {
    this.handle = handle;
    this.at = at;
  }

  private record Worker(String posting, String account) {}

  /**
   * A step for what is said newly or more gravely, if that is a caution or a danger, and one for
   * each warning that is no longer said, or less gravely.
   *
   * @param isOtherText whether the posting's own words are others than before
   */
  List<PostingRow.Step> steps(Posting before, Posting now, boolean isOtherText) {
    List<Warning> earlier = before.assessment().warnings();
    List<Warning> later = now.assessment().warnings();
    if (earlier.equals(later)) return List.of();
    List<PostingRow.Step> steps = new ArrayList<>();
    List<Warning> added =
        later.stream()
            .filter(each -> each.severity().compareTo(Warning.Severity.CAUTION) >= 0)
            .filter(each -> !isSaid(each, earlier))
            .toList();
    if (!added.isEmpty()) {
      steps.add(
          new PostingRow.Step(
              WARNED, added.stream().map(LaterWarnings::name).collect(Collectors.joining(", "))));
      added.forEach(each -> warned.merge(now.id(), each.severity(), LaterWarnings::graver));
    }
    for (Warning each : earlier)
      if (!isSaid(each, later))
        steps.add(
            new PostingRow.Step(
                Cleared.STEP, Cleared.of(each, why(now.id(), each, isOtherText)).text()));
    return steps;
  }

  /** Whether it is said among these, at least as gravely. */
  private static boolean isSaid(Warning warning, Collection<Warning> among) {
    return among.stream()
        .filter(other -> other.code().equals(warning.code()))
        .anyMatch(other -> other.severity().compareTo(warning.severity()) >= 0);
  }

  private static Warning.Severity graver(Warning.Severity one, Warning.Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String name(Warning warning) {
    return Worded.wordOf(warning.severity()) + " " + warning.code();
  }

  private String why(String posting, Warning warning, boolean isOtherText) {
    if (isOtherText) return "the posting changed";
    return isFoundWrong(posting, warning) ? "two people found it wrong" : why(warning.by());
  }

  private boolean isFoundWrong(String posting, Warning warning) {
    String host = String.valueOf(warning.parameters().get("host"));
    return new Statements(handle)
            .withdrawn()
            .of(List.of(WithdrawnRows.ofPosting(posting), WithdrawnRows.ofHost(host)))
            .values()
            .stream()
            .anyMatch(codes -> codes.contains(warning.code()));
  }

  private static String why(Warning.By by) {
    return switch (by) {
      case RULE -> "the rules changed";
      case MODEL -> "the model changed";
      case COMMUNITY -> "the community withdrew it";
      case PLATFORM -> "the platform withdrew it";
      case LIST -> "the list changed";
    };
  }

  /** Tells each who recorded or timed work on what was warned of, once for each severity. */
  void tellWorkers() {
    warned.keySet().stream()
        .gather(Gatherers.windowFixed(MOST_IDS))
        .forEach(ids -> workers(ids).forEach(this::tell));
  }

  private List<Worker> workers(List<String> postings) {
    return handle
        .createQuery(WORKERS)
        .bindList("ids", postings)
        .map((row, _) -> new Worker(row.getString("posting"), row.getString("account")))
        .list();
  }

  private void tell(Worker worker) {
    Subject about = Subject.posting(worker.posting());
    Reason reason =
        Reason.of("posting-warned-later")
            .with(
                "severity",
                Worded.wordOf(
                    Objects.requireNonNull(
                        warned.get(worker.posting()),
                        "workers were looked up by what was warned of")));
    boolean isTold =
        handle
                .select(
                    "select count(*) from notice where account = ? and about = ? and reason = ?",
                    worker.account(),
                    about.toString(),
                    PostingJson.stored(reason))
                .mapTo(Integer.class)
                .one()
            > 0;
    if (isTold) return;
    new Statements(handle)
        .notices()
        .add(
            new Notice(
                UUID.randomUUID().toString(),
                worker.account(),
                about,
                reason,
                at,
                Optional.empty()));
  }
}

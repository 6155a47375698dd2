package worthwhile.site.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.site.block.BlockForm;
import worthwhile.site.http.Urls;
import worthwhile.site.me.ComparedTasks;
import worthwhile.site.requester.RequesterView;
import worthwhile.site.search.ResultRow;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.RecordLine;
import worthwhile.site.work.TaskTiming;
import worthwhile.store.posting.Postings;

/**
 * The page of one task.
 *
 * @param platform name of the platform
 * @param sourceName name of the source that it was read from
 * @param attribution what the source's terms oblige the page to show
 * @param history newest first
 * @param elsewhere the same work on other platforms
 * @param others other work of the same requester
 * @param record what workers say of who offers it; absent if there is nothing to say
 * @param block the form that blocks who offers it; absent if nobody is named
 * @param back to the search that the reader came from
 * @param timing the visitor's own timer; absent if nobody is signed in
 * @param can whether the reader may do it
 * @param when it is paid
 * @param past its history in a sentence
 * @param better like it and better paid
 * @param hidden whether the reader hid it
 * @param compared what she compares already
 */
record TaskView(
    Posting posting,
    String platform,
    String sourceName,
    Optional<String> attribution,
    List<Postings.HistoryRow> history,
    List<ResultRow.Elsewhere> elsewhere,
    List<Posting> others,
    Optional<TaskTiming> timing,
    Optional<RecordLine> record,
    Optional<BlockForm> block,
    BackLink back,
    CanI can,
    PaidWhen when,
    String past,
    List<BetterTasks.Better> better,
    boolean hidden,
    ComparedTasks compared,
    Instant now) {
  /** Where an hour's pay goes; absent where nothing is known to be taken off. */
  Optional<PayBar> bar() {
    return Optional.ofNullable(posting.pay()).flatMap(PayBar::of);
  }

  /** On whose word its figures rest. */
  List<String> says() {
    return WhoSays.of(posting);
  }

  /** Ways of saying that something went wrong. */
  List<ReportLink> reports() {
    return ReportLink.of(posting.id());
  }

  /** Whether the visitor's clock runs for it. */
  boolean isTimed() {
    return timing.filter(TaskTiming::isHere).isPresent();
  }

  /** Whether it is compared already. */
  boolean isCompared() {
    return compared.ids().contains(posting.id());
  }

  /** Whether a warning says more than a note. */
  boolean isWarnedOf() {
    return posting.assessment().warnings().stream()
        .anyMatch(warning -> warning.severity() != Warning.Severity.NOTE);
  }

  Optional<String> source() {
    return Urls.web(posting.job().url());
  }

  Optional<String> requester() {
    return Optional.ofNullable(posting.job().hiringOrganization()).map(by -> by.name());
  }

  Optional<String> requesterSite() {
    return Optional.ofNullable(posting.job().hiringOrganization())
        .flatMap(by -> Urls.web(by.url()));
  }

  /** Her page, which has nothing of what one account alone sees: there it is a search. */
  String requesterUrl() {
    if (Boolean.TRUE.equals(posting.standing().seenOnlyByYou()))
      return Urls.of("/", Map.of("requester", List.of(requester().orElse(""))));
    return RequesterView.url(posting.job()).orElse("/");
  }

  /** The description, one paragraph for each line that is not blank. */
  List<String> paragraphs() {
    return posting.job().description() == null
        ? List.of()
        : posting.job().description().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }
}

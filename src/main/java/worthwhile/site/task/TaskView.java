package worthwhile.site.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.site.block.BlockForm;
import worthwhile.site.http.Urls;
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
    Instant now) {
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

package worthwhile.site.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.posting.Warning;
import worthwhile.search.Apart;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.Dimension;
import worthwhile.search.Eligibility;
import worthwhile.search.Fit;
import worthwhile.search.HiddenTasks;
import worthwhile.search.PostingFacts;
import worthwhile.search.SearchResult;
import worthwhile.site.http.Urls;
import worthwhile.site.me.FitWords;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Labels;
import worthwhile.site.view.RecordLine;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * One posting in a list.
 *
 * @param posting what is known
 * @param titleHtml the title as safe HTML, matches marked
 * @param snippetHtml the best piece of the description as safe HTML; empty if none
 * @param platform name of the platform
 * @param group why it stands apart; absent if it does not
 * @param eligibility what it says of the countries that are asked for, in words; absent if none is
 * @param elsewhere the same work on other platforms
 * @param record what workers say of who offers it, and whether the reader worked for her; absent if
 *     there is nothing to say
 * @param paid when and how its platform pays; absent where its card does not say
 * @param hidden whether the reader hid it
 * @param unfit by what it does not suit the reader, each in a few words
 * @param place what it has its place in the list by; absent if that is not worth telling
 * @param since when the reader was here before; absent if that is not known
 * @param back to the list that it stands in
 * @param now when the list was made
 */
public record ResultRow(
    Posting posting,
    String titleHtml,
    String snippetHtml,
    String platform,
    Optional<Apart> group,
    Optional<String> eligibility,
    List<Elsewhere> elsewhere,
    Optional<RecordLine> record,
    Optional<String> paid,
    boolean hidden,
    List<String> unfit,
    Optional<String> place,
    Optional<Instant> since,
    BackLink back,
    Instant now) {
  /** Characters of a title that are sure to fit into two lines. */
  private static final int SHORT = 40;

  /** Characters from which on an amount is too wide for the column of pay in full size. */
  private static final int LONG = 7;

  private static final int LONGER = 9;

  /** The same work under another id. */
  public record Elsewhere(String platform, String url) {}

  /**
   * What the rows of a list have in common.
   *
   * @param countries that are asked for
   * @param worked for whom the reader has worked
   * @param fit what the reader brings along
   * @param ranked whether the list stands in the order that goes by it
   * @param since when the reader was here before; absent if that is not known
   */
  record Around(
      Set<String> countries,
      Set<RequesterId> worked,
      HiddenTasks hidden,
      Fit fit,
      boolean ranked,
      Optional<Instant> since,
      BackLink back,
      Instant now) {}

  static ResultRow of(
      SearchResult.Hit hit, Map<String, Posting> duplicates, Around around, SiteInstance instance) {
    Posting posting = hit.posting();
    PostingFacts facts = instance.index().facts(posting);
    List<Elsewhere> elsewhere =
        posting.standing().duplicates().stream()
            .map(Duplicate::id)
            .map(duplicates::get)
            .filter(other -> other != null && other.state() != PostingState.CLOSED)
            .map(other -> elsewhere(other, instance))
            .toList();
    return new ResultRow(
        posting,
        hit.titleHtml(),
        hit.snippetHtml(),
        instance.platformName(posting.job().platform()),
        hit.group(),
        eligibility(facts, around.countries()),
        elsewhere,
        record(posting, around.worked()),
        Optional.ofNullable(posting.job().platform())
            .flatMap(instance.sources()::platform)
            .flatMap(RowWords::paid),
        around.hidden().ids().contains(posting.id()),
        FitWords.of(around.fit(), facts, instance),
        around.ranked() ? FitWords.place(around.fit(), facts) : Optional.empty(),
        around.since(),
        around.back(),
        around.now());
  }

  private static Optional<RecordLine> record(Posting posting, Set<RequesterId> worked) {
    boolean own = RequesterId.of(posting.job()).filter(worked::contains).isPresent();
    return RecordLine.brief(posting.reputation(), own);
  }

  private static Optional<String> eligibility(PostingFacts facts, Set<String> countries) {
    if (countries.isEmpty()) return Optional.empty();
    Eligibility eligibility = Eligibility.of(countries, facts);
    boolean worldwide = eligibility == Eligibility.NAMED && facts.worldwide();
    return Optional.of(
        Reason.of("eligibility")
            .with("state", worldwide ? "worldwide" : eligibility.word())
            .with("countries", named(countries, facts))
            .said());
  }

  private static String named(Set<String> countries, PostingFacts facts) {
    return Show.countries(
        countries.stream().filter(facts.keys(Dimension.COUNTRY)::contains).toList());
  }

  public static Elsewhere elsewhere(Posting other, SiteInstance instance) {
    return new Elsewhere(instance.platformName(other.job().platform()), Urls.task(other.id()));
  }

  /** The gravest warning of it; none where nothing but notes is told. */
  List<Warning> warned() {
    return posting.assessment().gravest().stream().toList();
  }

  /** Whether it can be had no more: full, past its last day, or closed. */
  boolean isOver() {
    return group
        .map(
            apart ->
                switch (apart) {
                  case FULL, ENDED, CLOSED -> true;
                  case COUNTRY_NOT_STATED, PAY_UNKNOWN -> false;
                })
        .orElse(false);
  }

  /** The whole title, where the row may not show all of it. */
  Optional<String> longTitle() {
    return Optional.of(posting.job().title()).filter(title -> title.length() > SHORT);
  }

  /** Time, reward and places. */
  List<String> facts() {
    return RowWords.facts(posting);
  }

  /**
   * What a worker weighs: whether she may, whether it is new, whom she deals with, when it pays.
   */
  List<String> weighed() {
    List<String> said = new ArrayList<>();
    fit().ifPresent(said::add);
    said.addAll(unfit);
    said.addAll(RowWords.news(posting, since, now));
    if (Boolean.TRUE.equals(posting.standing().seenOnlyByYou())) said.add(Labels.part("row.alone"));
    else if (Boolean.FALSE.equals(posting.standing().confirmed()))
      said.add(Labels.part("row.one-worker"));
    record.map(RecordLine::said).ifPresent(said::add);
    paid.ifPresent(said::add);
    return said;
  }

  /** Who may do it, in words; absent where nobody says and no country is asked for. */
  private Optional<String> fit() {
    List<String> named = posting.job().applicantLocationRequirements();
    return eligibility.or(
        () -> Optional.of(named).filter(all -> !all.isEmpty()).map(Labels::fewCountries));
  }

  /** The requester as the reader may block her; absent where nobody is named. */
  Optional<RequesterId> requesterId() {
    return RequesterId.of(posting.job()).filter(id -> BlockedRequesters.fit(List.of(id)));
  }

  /** How its pay per hour is drawn: a long amount smaller, so that it stays beside the title. */
  String figureStyle(Pay pay) {
    int length = Show.net(pay).length();
    if (length >= LONGER) return "hero longer";
    return length >= LONG ? "hero long" : "hero";
  }

  String url() {
    return back.on(Urls.task(posting.id()));
  }

  Optional<String> source() {
    return Urls.web(posting.job().url());
  }

  /** When it was published; where that is not known, when it was first seen. */
  Optional<Instant> dated() {
    return Optional.ofNullable(
        posting.job().datePosted() != null
            ? posting.job().datePosted()
            : posting.standing().firstSeen());
  }

  /** The requester's name. */
  Optional<String> requester() {
    return Optional.ofNullable(posting.job().hiringOrganization())
        .map(organization -> organization.name());
  }

  /** The requester's own page, which has nothing of what one account alone sees. */
  String recordUrl() {
    if (Boolean.TRUE.equals(posting.standing().seenOnlyByYou())) return requesterUrl();
    return RequesterId.of(posting.job()).map(Urls::requester).orElse("/");
  }

  /** The requester's other work. */
  String requesterUrl() {
    return Urls.of("/", Map.of("requester", List.of(requester().orElse(""))));
  }
}

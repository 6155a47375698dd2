package worthwhile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.BatchJudge;
import worthwhile.intake.Change;
import worthwhile.intake.Intake;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.source.Contract;
import worthwhile.store.Store;
import worthwhile.store.source.Runs;

/**
 * Four days of five contributor programmes, as another observer recorded them: what appeared, was
 * removed and came back. Fed through intake and store run by run, the same comes out.
 *
 * <p>The observer's "discovered" is a row under an identifier never seen before, "reactivated" one
 * under an identifier that had been removed. A row that is discovered while one with the same title
 * and place is removed in the same run is the same work under a new identifier: a repost.
 */
class RecordedEventsTest {
  private static final Contract CONTRACT =
      new Contract(1, 5000, List.of("identifier", "title", "url"), Optional.empty(), 3);

  @TempDir private Path folder;

  /** One line of the recording. */
  private record Event(
      String kind, Instant at, String company, String title, String location, String url) {
    static Event of(Map<String, String> line) {
      return new Event(
          line.get("event_type"),
          time(line.get("created_at")),
          line.get("company"),
          line.get("title"),
          line.get("location"),
          line.get("url"));
    }

    String row() {
      return String.join("\n", title, location, url);
    }

    String work() {
      return String.join("\n", title, location);
    }
  }

  /** What one programme lists, and the identifiers of what it listed before. */
  private static final class Listing {
    private final String company;
    private final Map<String, JobPosting> live = new LinkedHashMap<>();
    private final Map<String, Deque<String>> liveIds = new HashMap<>();
    private final Map<String, Deque<JobPosting>> gone = new HashMap<>();

    private Listing(String company) {
      this.company = company;
    }

    String add(Event event) {
      String id = "r" + (live.size() + gone.values().stream().mapToInt(Deque::size).sum());
      JobPosting posting =
          JobPosting.builder(source(), source(), id + "-" + event.at().toEpochMilli())
              .title(event.title())
              .jobLocation(event.location().isBlank() ? null : event.location())
              .url(event.url())
              .hiringOrganization(Organization.named(company))
              .build();
      return show(event, posting);
    }

    private String show(Event event, JobPosting posting) {
      live.put(posting.id(), posting);
      liveIds.computeIfAbsent(event.row(), _ -> new ArrayDeque<>()).push(posting.id());
      return posting.id();
    }

    String remove(Event event) {
      String id = liveIds.get(event.row()).pop();
      gone.computeIfAbsent(event.row(), _ -> new ArrayDeque<>()).push(live.remove(id));
      return id;
    }

    String bringBack(Event event) {
      return show(event, gone.get(event.row()).pop());
    }

    String source() {
      return company.toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Test
  void removalsRepostsAndReturnsComeOutAsRecorded() throws IOException {
    Path samples = Recordings.folder();
    List<Map<String, String>> jobs = csv(samples, "ai_gig_jobs_2026-06.csv");
    Map<String, NavigableMap<Instant, List<Event>>> runs =
        runs(csv(samples, "ai_gig_events_2026-06.csv"));
    Tally tally = new Tally();
    try (Store store =
        Store.open("jdbc:sqlite:" + folder.resolve("events.db"), Clock.systemUTC())) {
      runs.forEach((company, all) -> new Replay(store, new Listing(company), tally).run(all, jobs));
      assertThat(tally.reproduced).isEqualTo(tally.recorded);
      assertThat(tally.recorded).containsKeys("discovered", "reposted", "removed", "reactivated");
      for (Map<String, String> job : jobs)
        assertThat(tally.open)
            .contains(job.get("company") + "\n" + job.get("title") + "\n" + job.get("url"));
    }
  }

  /** How often each kind was recorded and came out. */
  private static final class Tally {
    private final Map<String, Integer> recorded = new TreeMap<>();
    private final Map<String, Integer> reproduced = new TreeMap<>();
    private final Set<String> open = new HashSet<>();

    void count(String kind, boolean came) {
      recorded.merge(kind, 1, Integer::sum);
      reproduced.merge(kind, came ? 1 : 0, Integer::sum);
    }
  }

  /** The runs of one programme. */
  private record Replay(Store store, Listing listing, Tally tally) {
    void run(NavigableMap<Instant, List<Event>> all, List<Map<String, String>> jobs) {
      before(all, jobs);
      List<Integer> sizes = new ArrayList<>();
      take(all.firstKey().minus(Duration.ofHours(6)), sizes);
      all.forEach((at, events) -> one(at, events, sizes));
      Map<String, Change> last = take(all.lastKey().plus(Duration.ofHours(6)), sizes);
      assertThat(last.values())
          .as("a run without events closes what had gone and does nothing else")
          .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Closed.class));
      for (JobPosting shown : listing.live.values()) {
        assertThat(state(shown.id())).isEqualTo(PostingState.OPEN);
        tally.open.add(String.join("\n", listing.company, shown.title(), shown.url()));
      }
    }

    /** What was listed before the recording began. */
    private void before(NavigableMap<Instant, List<Event>> all, List<Map<String, String>> jobs) {
      Set<String> known = new HashSet<>();
      for (List<Event> events : all.values())
        for (Event event : events) {
          if (event.kind().equals("removed") && !known.contains(event.row())) listing.add(event);
          known.add(event.row());
        }
      for (Map<String, String> job : jobs)
        if (job.get("company").equals(listing.company)
            && time(job.get("first_seen_at")).isBefore(all.firstKey()))
          listing.add(
              new Event(
                  "",
                  time(job.get("first_seen_at")),
                  listing.company,
                  job.get("title"),
                  job.get("location"),
                  job.get("url")));
    }

    private void one(Instant at, List<Event> events, List<Integer> sizes) {
      Map<String, Event> removed = new LinkedHashMap<>();
      Map<String, Event> added = new LinkedHashMap<>();
      Map<String, Event> back = new LinkedHashMap<>();
      of(events, "removed").forEach(event -> removed.put(listing.remove(event), event));
      of(events, "reactivated").forEach(event -> back.put(listing.bringBack(event), event));
      of(events, "discovered").forEach(event -> added.put(listing.add(event), event));
      Map<String, PostingState> before = new HashMap<>();
      back.keySet().forEach(id -> before.put(id, state(id)));
      Map<String, Change> changes = take(at, sizes);
      Map<String, Event> replaced = new LinkedHashMap<>(removed);
      removed.forEach((id, _) -> tally.count("removed", isGone(changes.remove(id))));
      back.forEach(
          (id, _) -> tally.count("reactivated", isBack(changes.remove(id), before.get(id))));
      added.forEach((id, event) -> appeared(changes.remove(id), event, replaced));
      assertThat(changes.values())
          .as("nothing else happened, but that what had gone earlier is closed now")
          .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Closed.class));
    }

    private void appeared(Change change, Event event, Map<String, Event> replaced) {
      boolean again = replaced.values().stream().anyMatch(gone -> gone.work().equals(event.work()));
      if (!again) {
        tally.count("discovered", change instanceof Change.New);
        return;
      }
      boolean came =
          change instanceof Change.Reposted(Posting posting, Posting before)
              && posting.standing().reposts() == 1
              && replaced.containsKey(before.id())
              && replaced.remove(before.id()).work().equals(event.work());
      tally.count("reposted", came);
    }

    private boolean isGone(Change change) {
      return change instanceof Change.Missing || change instanceof Change.Closed;
    }

    private boolean isBack(Change change, PostingState before) {
      return before == PostingState.CLOSED
          ? change instanceof Change.Reposted
          : change instanceof Change.Reopened changed && changed.fields().equals(Set.of("state"));
    }

    private PostingState state(String id) {
      return store.postings().byId(id).map(Posting::state).orElseThrow();
    }

    /** Takes what is listed now as a complete run; what changed by it, by id. */
    private Map<String, Change> take(Instant at, List<Integer> sizes) {
      List<JobPosting> rows = List.copyOf(listing.live.values());
      assertThat(BatchJudge.judge(CONTRACT, rows, 0, true, sizes, store.postings()))
          .isInstanceOf(BatchJudge.Verdict.Accept.class);
      sizes.add(rows.size());
      List<Change> changes =
          Intake.judge(new Intake.Rows(listing.source(), rows, true, at), store.postings())
              .changes();
      store.postings().apply(changes, run(at, rows.size()));
      Map<String, Change> real = new LinkedHashMap<>();
      for (Change change : changes)
        if (!(change instanceof Change.Unchanged)) real.put(change.posting().id(), change);
      return real;
    }

    private Runs.Run run(Instant at, int items) {
      return new Runs.Run(
          listing.source() + at,
          listing.source(),
          at,
          "items",
          Optional.empty(),
          1,
          items,
          0,
          0,
          0,
          0,
          Duration.ofSeconds(1));
    }
  }

  private static List<Event> of(List<Event> events, String kind) {
    return events.stream().filter(event -> event.kind().equals(kind)).toList();
  }

  private static Map<String, NavigableMap<Instant, List<Event>>> runs(
      List<Map<String, String>> lines) {
    Map<String, NavigableMap<Instant, List<Event>>> runs = new TreeMap<>();
    lines.stream()
        .map(Event::of)
        .sorted(Comparator.comparing(Event::at))
        .forEach(
            event ->
                runs.computeIfAbsent(event.company(), _ -> new TreeMap<>())
                    .computeIfAbsent(event.at(), _ -> new ArrayList<>())
                    .add(event));
    return runs;
  }

  private static List<Map<String, String>> csv(Path samples, String name) throws IOException {
    String text = Recordings.text(samples.resolve("platforms").resolve(name), UTF_8);
    try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().map(record -> record.getFieldsAsMap()).toList();
    }
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}

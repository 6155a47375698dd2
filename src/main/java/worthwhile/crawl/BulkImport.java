package worthwhile.crawl;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Gatherers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Stored;
import worthwhile.flow.Tail;
import worthwhile.intake.Change;
import worthwhile.intake.Impossible;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JsonMistake;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.text.FailureText;

/**
 * Postings from a file of JSON Lines, through the same intake as those that are crawled. A file is
 * never the whole of a source: what is not in it stays as it is.
 */
public final class BulkImport {
  /** Rows of one source taken in one transaction; a file that was broken off is imported again. */
  private static final int BATCH = 5_000;

  /**
   * Rows and characters read before they are taken in, source by source. Each transaction writes
   * the whole page of every entry that it adds to an index, so few large ones write less than many
   * small ones.
   */
  private static final int ROWS = 20_000;

  private static final long CHARACTERS = 20_000_000;

  private final Tail tail;
  private final Clock clock;

  private final List<Rejected> rejected = new ArrayList<>();
  private long lines;
  private int rows;
  private int added;
  private int changed;

  /**
   * An import of one file.
   *
   * @param tail whose follower catches up beside the import; it has when that ends
   */
  public BulkImport(Tail tail, Clock clock) {
    this.tail = tail;
    this.clock = clock;
  }

  /**
   * What a file came to.
   *
   * @param rows postings in it
   * @param added how many were new
   * @param changed how many said something new of known ones
   */
  public record Result(int rows, int added, int changed, List<Rejected> rejected) {
    public Result {
      rejected = List.copyOf(rejected);
    }
  }

  /** A line that is no posting, and why. */
  public record Rejected(long line, String reason) {}

  /** Some lines of a file. */
  private record Part(List<JobPosting> postings, List<Rejected> rejected, boolean last) {}

  /**
   * Reads and takes in; the next lines are read while these are taken in.
   *
   * @param dry whether to write nothing
   */
  public Result read(BufferedReader text, boolean dry) throws IOException {
    try (Behind behind = new Behind(tail.follower())) {
      Tail into = tail.followedBy(behind);
      FutureTask<Part> part = reading(text);
      while (true) {
        Part read = result(part);
        if (!read.last()) part = reading(text);
        rejected.addAll(read.rejected());
        take(read.postings(), into, dry);
        if (read.last()) return new Result(rows, added, changed, rejected);
      }
    }
  }

  /** On a thread that nobody waits for who does not want its result. */
  private FutureTask<Part> reading(BufferedReader text) {
    FutureTask<Part> task = new FutureTask<>(() -> part(text));
    Thread.ofPlatform().daemon().name("read").start(task);
    return task;
  }

  private static Part result(FutureTask<Part> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; what was taken in is kept", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) throw cause;
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    }
  }

  private Part part(BufferedReader text) throws IOException {
    List<JobPosting> postings = new ArrayList<>();
    List<Rejected> wrong = new ArrayList<>();
    long characters = 0;
    while (postings.size() < ROWS && characters < CHARACTERS) {
      String line = text.readLine();
      if (line == null) return new Part(postings, wrong, true);
      lines++;
      characters += line.length();
      if (!line.isBlank()) posting(line, lines, wrong).ifPresent(postings::add);
    }
    return new Part(postings, wrong, false);
  }

  private static Optional<JobPosting> posting(String line, long number, List<Rejected> wrong) {
    try {
      return Optional.of(posting(line));
    } catch (JacksonException e) {
      wrong.add(new Rejected(number, JsonMistake.of(e)));
    } catch (IllegalArgumentException e) {
      wrong.add(new Rejected(number, FailureText.of(e)));
    }
    return Optional.empty();
  }

  /** Id and platform may be left out: they follow from source and identifier. */
  private static JobPosting posting(String line) {
    if (!(PostingJson.MAPPER.readTree(line) instanceof ObjectNode row))
      throw new IllegalArgumentException("it is no JSON object");
    for (String name : List.of("source", "identifier", "title"))
      if (row.path(name).asString("").isBlank())
        throw new IllegalArgumentException("it has no " + name);
    Map<String, String> impossible = Impossible.in(row);
    if (!impossible.isEmpty())
      throw new IllegalArgumentException(String.join("; ", impossible.values()));
    String id = row.path("source").asString() + ":" + row.path("identifier").asString();
    if (!row.path("id").asString(id).equals(id))
      throw new IllegalArgumentException("its id must be " + id + ", or left out");
    if (row.path("platform").asString("").isBlank())
      row.put("platform", row.path("source").asString());
    JobPosting posting = PostingJson.MAPPER.treeToValue(row.put("id", id), JobPosting.class);
    posting
        .faultOfIds()
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
    return posting;
  }

  private void take(List<JobPosting> batch, Tail into, boolean dry) {
    Map<String, List<JobPosting>> bySource = new LinkedHashMap<>();
    for (JobPosting posting : batch)
      bySource.computeIfAbsent(posting.source(), _ -> new ArrayList<>()).add(posting);
    bySource.forEach(
        (source, postings) ->
            postings.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(some -> take(source, some, into, dry)));
    rows += batch.size();
  }

  private void take(String source, List<JobPosting> postings, Tail into, boolean dry) {
    Batch.Rows batch =
        Batch.Rows.of(source, clock.instant())
            .outcome(RunOutcome.Read.PARTIAL)
            .reason(Optional.of(Reason.of("imported")))
            .items(List.copyOf(postings))
            .build();
    Stored stored = dry ? into.preview(batch) : into.take(batch);
    added += stored.added();
    changed += stored.changed() + stored.count(Change.Closed.class);
  }
}

package worthwhile.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Validators;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;

/**
 * Completes rows whose listing says too little: known ones from what is stored, new ones from their
 * detail pages. Evergreen ones are read again at each run: that they change is the only news of
 * them. Where a detail page fails, the row stays as it was known or as the listing gave it and is
 * tried again in a later run.
 */
public final class DetailReader {
  /** Detail pages asked for in one run: politeness before completeness; the rest follows later. */
  private static final int MOST_DETAILS = 100;

  private final SourceDefinition source;
  private final Web web;
  private int requests;

  DetailReader(SourceDefinition source, Web web) {
    this.source = source;
    this.web = web;
  }

  /** Requests made so far. */
  int requests() {
    return requests;
  }

  /** The rows, completed where that was possible. */
  List<JobPosting> complete(
      List<JobPosting> rows, Map<String, PageRequest> details, Map<String, JobPosting> known) {
    Map<String, JobPosting> fetched = new HashMap<>();
    boolean goOn = true;
    List<JobPosting> completed = new ArrayList<>();
    for (JobPosting row : rows) {
      PageRequest request = details.get(row.id());
      JobPosting before = known.get(row.id());
      if (request == null) {
        completed.add(row);
      } else if (before != null && isRead(before) && row.state() != PostingState.EVERGREEN) {
        completed.add(known(before, row));
      } else {
        if (goOn && requests < MOST_DETAILS) goOn = read(row, request, fetched);
        JobPosting told = before != null && isRead(before) ? known(before, row) : row;
        completed.add(fetched.getOrDefault(row.id(), told));
      }
    }
    return completed;
  }

  /**
   * What a page says laid over what is stored: a list tells less than a row's own page and takes
   * nothing away. Where the posting stood says nothing of where it stands now.
   */
  public static JobPosting over(JobPosting before, JobPosting row) {
    return merged(before.toBuilder().state(null).stateReason(null).build(), row);
  }

  private static boolean isRead(JobPosting before) {
    return before.description() != null;
  }

  /** A list may spell a title out of an address; the one that the own page gave stays. */
  private JobPosting known(JobPosting before, JobPosting row) {
    boolean titled =
        source.detail().stream()
            .flatMap(page -> page.shapes().stream())
            .anyMatch(shape -> shape.fields().containsKey("title"));
    return over(before, titled ? row.toBuilder().title(before.title()).build() : row);
  }

  /** What the second says wins; what it leaves open stays as the first has it. */
  private static JobPosting merged(JobPosting first, JobPosting second) {
    return (JobPosting) Extractor.mergeDetail(first, second);
  }

  /** Reads one detail page; answers whether the next may be tried. */
  private boolean read(JobPosting row, PageRequest request, Map<String, JobPosting> fetched) {
    requests++;
    return switch (web.fetch(request, source, Validators.NONE)) {
      case FetchOutcome.Fetched(ParsedPage page, _, _) -> {
        if (Extractor.extract(source, new PageKind.Detail(), page)
            instanceof Extraction.Items found)
          for (Item item : found.items())
            if (item instanceof JobPosting detail) fetched.put(row.id(), merged(row, detail));
        yield true;
      }
      case FetchOutcome.NotModified _ -> true;
      case FetchOutcome.Stopped(Stop stop) -> stop.kind().isOfOnePage();
    };
  }
}

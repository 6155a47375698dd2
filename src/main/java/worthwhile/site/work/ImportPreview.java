package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.work.UploadRows;
import worthwhile.work.Merge;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.file.Column;
import worthwhile.work.file.Corrections;
import worthwhile.work.file.CsvTable;
import worthwhile.work.file.FileReading;
import worthwhile.work.file.Format;
import worthwhile.work.file.Mapping;
import worthwhile.work.file.Reader;
import worthwhile.work.file.WorkFile;

/**
 * {@code /account/import/{id}}: what was read of a file, to be corrected and then confirmed.
 * Nothing is stored of it before.
 */
final class ImportPreview {
  private static final int SHOWN = 8;
  private static final int REJECTED_SHOWN = 50;
  private static final int REASONS_SHOWN = 3;

  private final SiteInstance instance;
  private final Pages pages;
  private final Workers workers;
  private final Bulkhead bulkhead;

  ImportPreview(SiteInstance instance, Pages pages, Workers workers, Bulkhead bulkhead) {
    this.instance = instance;
    this.pages = pages;
    this.workers = workers;
    this.bulkhead = bulkhead;
  }

  /**
   * The page.
   *
   * @param upload the file
   * @param corrections what the worker said of it, by the words of the address
   * @param reading what was read
   * @param plan what taking it would do; absent if it was refused
   * @param zone in which times are shown
   */
  record View(
      UploadRows.Upload upload,
      Map<String, String> corrections,
      FileReading reading,
      Optional<Merge.Plan> plan,
      SiteInstance instance,
      ZoneId zone) {
    String path() {
      return ImportPage.PATH + "/" + upload.id();
    }

    Optional<String> refusal() {
      return reading instanceof FileReading.Refused refused
          ? Optional.of(refused.reason())
          : Optional.empty();
    }

    Optional<FileReading.Understood> understood() {
      return reading instanceof FileReading.Understood understood
          ? Optional.of(understood)
          : Optional.empty();
    }

    List<Work> first() {
      return understood()
          .map(read -> read.rows().subList(0, Math.min(SHOWN, read.rows().size())))
          .orElse(List.of());
    }

    List<FileReading.Rejected> rejected() {
      return understood()
          .map(read -> read.rejected().stream().limit(REJECTED_SHOWN).toList())
          .orElse(List.of());
    }

    /**
     * Why rows are not taken, the most frequent reasons first, each with how many rows it costs.
     */
    List<String> reasons() {
      Map<String, Long> reasons =
          understood().map(FileReading.Understood::rejected).orElse(List.of()).stream()
              .collect(
                  Collectors.groupingBy(View::reason, LinkedHashMap::new, Collectors.counting()));
      return reasons.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(REASONS_SHOWN)
          .map(entry -> entry.getKey() + " (" + Show.count(entry.getValue(), "rows") + ")")
          .toList();
    }

    /** Whether rows stand in the file and none can be taken. */
    boolean isHopeless() {
      return understood().filter(read -> read.rows().isEmpty()).isPresent();
    }

    private static String reason(FileReading.Rejected row) {
      String why = row.reason().replaceFirst("^\"[^\"]{0,100}\":? ?", "a cell ");
      return row.field().isEmpty() ? why : row.field() + ": " + why;
    }

    List<FileReading.Remark> remarks() {
      return understood()
          .map(read -> read.remarks().stream().limit(REJECTED_SHOWN).toList())
          .orElse(List.of());
    }

    String platform(Work work) {
      return instance.platformName(work.platform());
    }

    /** Forms of which no columns are fixed can be corrected. */
    boolean isCorrectable() {
      if (reading.table().isEmpty()) return false;
      return understood()
          .map(
              read ->
                  switch (read.format()) {
                    case PROLIFIC_EXPORT, OUTLIER_EXPORT, TOGGL, CLOCKIFY, WORTHWHILE -> false;
                    case MTURK_HISTORY, USERTESTING, FIELD_AGENT, TIMEBUCKS, CSV -> true;
                  })
          .orElse(true);
    }

    List<Column> columns() {
      List<Column> columns = new ArrayList<>(List.of(Column.values()));
      columns.remove(Column.FINGERPRINT);
      return columns;
    }

    /** Columns that may be chosen; with two that are read together now. */
    List<String> choices(Column column) {
      List<String> choices = new ArrayList<>();
      String now = chosen(column);
      CsvTable table = reading.table().orElseThrow();
      if (!now.isEmpty() && !table.header().contains(now)) choices.add(now);
      choices.addAll(table.header());
      choices.removeIf(String::isBlank);
      return choices;
    }

    /** The column that is read for a meaning now; empty if none is. */
    String chosen(Column column) {
      return reading
          .mapping()
          .map(mapping -> String.join(" + ", mapping.columns().getOrDefault(column, List.of())))
          .orElse("");
    }

    Mapping mapping() {
      return reading.mapping().orElseThrow();
    }

    List<Status> statuses() {
      return List.of(Status.values());
    }
  }

  void show(Context ctx, Visitor visitor) {
    View view = view(ctx, visitor.account(), words(ctx.queryParamMap()));
    Layout layout =
        Layout.of(
                Labels.part("work.check-your-file"), Labels.part("work.what-was-read"), "/earnings")
            .notIndexed();
    int status = view.refusal().isPresent() ? 422 : 200;
    Answer.html(ctx, status, pages.render(ctx, "work/importpreview", layout, view));
  }

  /** Takes in what was shown. */
  void confirm(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    View view = view(ctx, account, words(ctx.formParamMap()));
    if (view.understood().isEmpty()) {
      ctx.redirect(again(view), HttpStatus.SEE_OTHER);
      return;
    }
    FileReading.Understood read = view.understood().get();
    Merge.Plan plan = instance.store().work().take(account.id(), read.rows());
    instance.store().uploads().delete(account.id(), view.upload().id());
    ctx.redirect(TakenIn.of(plan, read.rejected().size()).address(), HttpStatus.SEE_OTHER);
  }

  /** Forgets the file. */
  void discard(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    instance.store().uploads().delete(account.id(), upload(ctx, account).id());
    ctx.redirect(ImportPage.PATH, HttpStatus.SEE_OTHER);
  }

  private static String again(View view) {
    Map<String, List<String>> parameters = new TreeMap<>();
    view.corrections().forEach((name, value) -> parameters.put(name, List.of(value)));
    String address = Urls.of(view.path(), parameters);
    return Urls.fits(address) ? address : view.path();
  }

  private View view(Context ctx, Account account, Map<String, String> words) {
    UploadRows.Upload upload = upload(ctx, account);
    Reader reader = workers.reader(account);
    FileReading reading = bulkhead.read(() -> read(upload, words, reader));
    Optional<Merge.Plan> plan =
        reading instanceof FileReading.Understood understood
            ? Optional.of(instance.store().work().plan(account.id(), understood.rows()))
            : Optional.empty();
    return new View(upload, words, reading, plan, instance, reader.zone());
  }

  private static FileReading read(
      UploadRows.Upload upload, Map<String, String> words, Reader reader) {
    Optional<Format> format = Optional.ofNullable(words.get("format")).flatMap(Format::of);
    Corrections corrections = new Corrections(words);
    WorkFile.Wish wish =
        new WorkFile.Wish(
            upload.name(), format, Optional.empty(), guess -> corrections.apply(guess, reader));
    try {
      return WorkFile.read(upload.content(), wish, reader);
    } catch (IllegalArgumentException e) {
      WorkFile.Wish plain = WorkFile.Wish.plain(upload.name(), format);
      FileReading without = WorkFile.read(upload.content(), plain, reader);
      return new FileReading.Refused("The " + e.getMessage(), without.table(), without.mapping());
    }
  }

  private UploadRows.Upload upload(Context ctx, Account account) {
    return Parameters.id(ctx.pathParam("id"))
        .flatMap(id -> instance.store().uploads().byId(account.id(), id, instance.now()))
        .orElseThrow(() -> new Missing(Reason.of("no-such-upload")));
  }

  private static Map<String, String> words(Map<String, List<String>> parameters) {
    Map<String, String> words = new HashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (!values.isEmpty() && !values.getFirst().isBlank()) words.put(name, values.getFirst());
        });
    return words;
  }
}

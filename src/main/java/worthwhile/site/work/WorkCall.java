package worthwhile.site.work;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.work.WorkRows;
import worthwhile.text.FailureText;
import worthwhile.work.Merge;
import worthwhile.work.WorkExport;
import worthwhile.work.file.Corrections;
import worthwhile.work.file.FileReading;
import worthwhile.work.file.Format;
import worthwhile.work.file.ImportReport;
import worthwhile.work.file.Reader;
import worthwhile.work.file.WorkFile;

/** {@code /api/v1/work}: the work of the account that asks, read and taken in. */
final class WorkCall {
  private static final int USUAL_SIZE = 100;
  private static final int LARGEST_SIZE = 1_000;
  private static final List<String> READING = List.of("page", "size");
  private static final List<String> TAKING =
      List.of("as", "dry_run", "platform", "currency", "zone", "status", "dates", "decimals");

  private final SiteInstance instance;
  private final Workers workers;
  private final Bulkhead bulkhead;

  WorkCall(SiteInstance instance, Workers workers, Bulkhead bulkhead) {
    this.instance = instance;
    this.workers = workers;
    this.bulkhead = bulkhead;
  }

  /** A page of an account's work, the newest first. */
  record Page(int total, int page, int size, @JsonInclude(ALWAYS) List<WorkExport.Row> items) {}

  void list(Context ctx, Visitor visitor) {
    allowOnly(ctx, READING, "");
    int page = number(ctx, "page", 1, 1_000_000);
    int size = number(ctx, "size", USUAL_SIZE, LARGEST_SIZE);
    WorkRows work = instance.store().work();
    String account = visitor.account().id();
    List<WorkExport.Row> items =
        work.page(account, (page - 1L) * size, size).stream().map(WorkExport.Row::of).toList();
    Page answer = new Page(work.count(account), page, size, items);
    Answer.own(ctx, PostingJson.MAPPER.writeValueAsString(answer));
  }

  void take(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    allowOnly(ctx, TAKING, Corrections.COLUMN);
    boolean dry = isDry(ctx);
    Format format = format(ctx);
    Reader reader = workers.reader(account);
    switch (read(ctx, format, reader)) {
      case FileReading.Refused refused -> throw refusal(422, refused.reason());
      case FileReading.Understood read -> answer(ctx, account, read, dry);
    }
  }

  private FileReading read(Context ctx, Format format, Reader reader) {
    Map<String, String> words = new HashMap<>();
    ctx.queryParamMap().forEach((name, values) -> words.put(name, values.getFirst()));
    Corrections corrections = new Corrections(words);
    WorkFile.Wish wish =
        new WorkFile.Wish(
            "body",
            Optional.of(format),
            Optional.empty(),
            guess -> corrections.apply(guess, reader));
    try {
      byte[] body = ctx.bodyAsBytes();
      return bulkhead.read(() -> WorkFile.read(body, wish, reader));
    } catch (IllegalArgumentException e) {
      throw refusal(400, FailureText.of(e));
    }
  }

  private void answer(Context ctx, Account account, FileReading.Understood read, boolean dry) {
    Merge.Plan plan =
        dry
            ? instance.store().work().plan(account.id(), read.rows())
            : instance.store().work().take(account.id(), read.rows());
    Answer.own(ctx, PostingJson.MAPPER.writeValueAsString(ImportReport.of(read, plan, dry)));
  }

  /** Whether nothing is to be written; whoever says it in another way must not be taken at less. */
  private static boolean isDry(Context ctx) {
    return switch (Optional.ofNullable(ctx.queryParam("dry_run")).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refusal(400, "dry_run must be true or false. Nothing was taken in.");
    };
  }

  private static Format format(Context ctx) {
    String word = ctx.queryParam("as");
    return Optional.ofNullable(word)
        .flatMap(Format::of)
        .orElseThrow(
            () -> refusal(400, "as must be one of " + String.join(", ", Format.words()) + "."));
  }

  private static void allowOnly(Context ctx, List<String> names, String prefix) {
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!names.contains(name) && (prefix.isEmpty() || !name.startsWith(prefix)))
                throw refusal(
                    400,
                    "Unknown parameter "
                        + name
                        + ": allowed are "
                        + String.join(", ", names)
                        + ".");
              if (values.size() > 1) throw refusal(400, name + " may stand only once.");
            });
  }

  private static int number(Context ctx, String name, int usual, int most) {
    String value = ctx.queryParam(name);
    if (value == null) return usual;
    if (value.matches("\\d{1,7}")
        && Integer.parseInt(value) >= 1
        && Integer.parseInt(value) <= most) return Integer.parseInt(value);
    throw refusal(400, name + " must be a number from 1 to " + most + ".");
  }

  private static HttpRefusal refusal(int status, String detail) {
    return new HttpRefusal(status, status == 422 ? "File not taken" : "Bad parameters", detail);
  }
}

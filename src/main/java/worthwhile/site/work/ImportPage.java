package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.work.UploadRows;
import worthwhile.work.file.Format;
import worthwhile.work.file.raw.FileText;

/**
 * {@code /account/import}: a form for a worker's own file. A file is kept until it is confirmed,
 * for an hour at most; the next one takes its place.
 */
public final class ImportPage {
  static final String PATH = "/account/import";

  /** Room for the form around the file. */
  public static final long LARGEST_BODY = FileText.MAX_BYTES + 64 * 1024L;

  private static final Duration KEPT = Duration.ofHours(1);

  private final SiteInstance instance;
  private final Pages pages;
  private final Bulkhead bulkhead;

  ImportPage(SiteInstance instance, Pages pages, Bulkhead bulkhead) {
    this.instance = instance;
    this.pages = pages;
    this.bulkhead = bulkhead;
  }

  /**
   * The page.
   *
   * @param problem why the file that was just sent was not taken; absent if none was
   * @param pieces how much work the account has
   */
  record View(Optional<String> problem, int pieces) {
    List<Format> formats() {
      return List.of(Format.values());
    }
  }

  void form(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty());
  }

  private void show(Context ctx, Account account, int status, Optional<String> problem) {
    View view = new View(problem, instance.store().work().count(account.id()));
    Layout layout =
        Layout.of(
                Labels.part("work.import-your-work"),
                Labels.part("work.bring-in-your-own-history"),
                "/earnings")
            .notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "work/import", layout, view));
  }

  /** Takes the file, keeps it and leads to what was read of it. */
  void upload(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null || file.size() == 0) {
      show(
          ctx,
          account,
          422,
          Optional.of(Labels.part("work.no-file-was-chosen-or-the-file-is-empty")));
      return;
    }
    byte[] content = content(file);
    if (bulkhead.read(() -> FileText.of(content)) instanceof FileText.Unreadable(String reason)) {
      show(ctx, account, 422, Optional.of(reason));
      return;
    }
    UUID id = keep(account, name(file), content);
    String format = ctx.formParam("format");
    Map<String, List<String>> chosen =
        Format.of(format == null ? "" : format).isEmpty()
            ? Map.of()
            : Map.of("format", List.of(format));
    ctx.redirect(Urls.of(PATH + "/" + id, chosen), HttpStatus.SEE_OTHER);
  }

  private UUID keep(Account account, String name, byte[] content) {
    UUID id = UUID.randomUUID();
    Instant now = instance.now();
    instance
        .store()
        .uploads()
        .put(new UploadRows.Upload(id, account.id(), name, content, now, now.plus(KEPT)));
    return id;
  }

  private static byte[] content(UploadedFile file) {
    try (InputStream in = file.content()) {
      return in.readNBytes(FileText.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's own name, without folders. */
  private static String name(UploadedFile file) {
    String whole = file.filename();
    String name = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    return name.length() > 200 ? name.substring(name.length() - 200) : name;
  }
}

package worthwhile.site.moderation;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.EvidenceImage;
import worthwhile.community.Flagging;
import worthwhile.community.Topic;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.site.http.Missing;
import worthwhile.text.FailureText;

/** {@code /flags/new?about=…}: the form by which anybody tells that something is wrong. */
final class FlagPage {
  /** Room for the form around the image. */
  static final long LARGEST_BODY = EvidenceImage.LARGEST + 64 * 1024L;

  private final ModerationDesk desk;

  FlagPage(ModerationDesk desk) {
    this.desk = desk;
  }

  /**
   * The form.
   *
   * @param member whether who reports has an account
   */
  record View(
      Topic topic,
      AboutLine about,
      boolean member,
      String kind,
      String text,
      String link,
      Optional<String> error) {
    /** What fits the thing: whoever means something else has words of her own. */
    List<FlagKind> kinds() {
      return topic.isSaid()
          ? List.of(
              FlagKind.AGAINST_RULES,
              FlagKind.PERSONAL_DATA,
              FlagKind.IMPERSONATION,
              FlagKind.PHISHING,
              FlagKind.MALWARE,
              FlagKind.OFF_PLATFORM_PAYMENT,
              FlagKind.OTHER)
          : List.of(FlagKind.values()).stream()
              .filter(each -> each != FlagKind.AGAINST_RULES)
              .toList();
    }
  }

  void form(Context ctx) {
    String about = Optional.ofNullable(ctx.queryParam("about")).orElse("");
    show(ctx, topic(ctx, about), 200, Optional.empty());
  }

  private Topic topic(Context ctx, String about) {
    Optional<Account> viewer = desk.visitors().of(ctx);
    return desk.topic(about, viewer).orElseThrow(() -> new Missing(ModerationWords.of("no-such")));
  }

  private void show(Context ctx, Topic topic, int status, Optional<String> error) {
    View view =
        new View(
            topic,
            AboutLine.of(topic, desk),
            desk.visitors().of(ctx).isPresent(),
            chosen(ctx),
            ModerationDesk.field(ctx, "text"),
            ModerationDesk.field(ctx, "link"),
            error);
    desk.page(ctx, status, "flag", ModerationWords.of("report"), view);
  }

  /** What was sent, or what the link to the form has chosen. */
  private static String chosen(Context ctx) {
    return Optional.ofNullable(ctx.formParam("kind"))
        .or(() -> Optional.ofNullable(ctx.queryParam("kind")))
        .orElse("");
  }

  void send(Context ctx) {
    Topic topic = topic(ctx, ModerationDesk.field(ctx, "about"));
    Flagging.Reporter reporter = desk.reporter(ctx);
    Flagging.Report report;
    try {
      report = report(ctx, topic);
    } catch (IllegalArgumentException e) {
      show(ctx, topic, 400, Optional.of(FailureText.said(e)));
      return;
    }
    switch (desk.flagging().flag(reporter, report)) {
      case Flagging.Flagged.Made made ->
          ModerationDesk.goTo(ctx, "/moderation/" + made.opened().id() + "?done=flagged");
      case Flagging.Flagged.Again(Flag before) -> again(ctx, topic, before);
      case Flagging.Flagged.NoSuch _ -> throw new Missing(ModerationWords.of("no-such"));
      case Flagging.Flagged.Own _ -> show(ctx, topic, 403, word("own"));
      case Flagging.Flagged.TooMany _ -> {
        ctx.header("Retry-After", Long.toString(Flagging.COUNTED_IN.toSeconds()));
        show(ctx, topic, 429, word("too-many"));
      }
    }
  }

  private void again(Context ctx, Topic topic, Flag before) {
    desk.statements(said -> said.cases().about(before.about())).stream()
        .filter(one -> one.kind() == Kind.FLAG)
        .reduce((_, last) -> last)
        .ifPresentOrElse(
            one -> ModerationDesk.goTo(ctx, "/moderation/" + one.id() + "?done=again"),
            () -> show(ctx, topic, 409, word("done.again")));
  }

  private static Optional<String> word(String key) {
    return Optional.of(ModerationWords.of(key));
  }

  private static Flagging.Report report(Context ctx, Topic topic) {
    return new Flagging.Report(
        topic.subject(),
        kind(ModerationDesk.field(ctx, "kind")),
        Optional.of(ModerationDesk.field(ctx, "text")),
        Optional.of(ModerationDesk.field(ctx, "link")),
        Optional.ofNullable(ctx.uploadedFile("image"))
            .filter(file -> file.size() > 0)
            .map(file -> image(content(file))));
  }

  /**
   * The kind that a word means.
   *
   * @throws IllegalArgumentException listing what is allowed
   */
  static FlagKind kind(String word) {
    return Worded.of(FlagKind.class, word)
        .orElseThrow(
            () -> new IllegalArgumentException("kind: one of " + Worded.words(FlagKind.class)));
  }

  /**
   * The image in a file, written anew.
   *
   * @throws IllegalArgumentException if it is refused
   */
  static Flag.Image image(byte[] file) {
    return switch (EvidenceImage.of(file)) {
      case EvidenceImage.Read.Fine(Flag.Image image) -> image;
      case EvidenceImage.Read.Refused(String why) -> throw new IllegalArgumentException(why);
    };
  }

  private static byte[] content(UploadedFile file) {
    try (InputStream in = file.content()) {
      return in.readNBytes(EvidenceImage.LARGEST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

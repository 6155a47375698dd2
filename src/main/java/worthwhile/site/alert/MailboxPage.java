package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import worthwhile.alert.Mailboxes;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/**
 * {@code /alerts/mail/SECRET}: whoever reads a mailbox says that it is hers, or that she wants
 * nothing more. Looking at a page never ends anything: programs that check mail open every link.
 */
final class MailboxPage {
  private final Mailboxes mailboxes;
  private final Pages pages;

  MailboxPage(SiteInstance instance, Pages pages) {
    this.mailboxes = new Mailboxes(instance.store(), instance.clock());
    this.pages = pages;
  }

  /** The page. */
  record View(String mailbox, String secret, String state) {}

  void show(Context ctx) {
    String secret = ctx.pathParam("secret");
    show(ctx, secret, mailboxes.bySecret(secret).orElseThrow(MailboxPage::absent));
  }

  /** The one click of the confirmation mail. */
  void confirm(Context ctx) {
    String secret = ctx.pathParam("secret");
    Recipient now =
        (ctx.method().equals(HandlerType.HEAD)
                ? mailboxes.bySecret(secret)
                : mailboxes.confirm(secret))
            .orElseThrow(MailboxPage::absent);
    show(ctx, secret, now);
  }

  /** The button of the page, and the one click of a mail program (RFC 8058). */
  void leave(Context ctx) {
    String secret = ctx.pathParam("secret");
    boolean whoever = "all".equals(ctx.formParam("whom"));
    if (mailboxes.leave(secret, whoever).isEmpty()) throw absent();
    show(ctx, secret, mailboxes.bySecret(secret).orElseThrow(MailboxPage::absent));
  }

  private void show(Context ctx, String secret, Recipient recipient) {
    View view = new View(recipient.destination().visible(), secret, recipient.state().word());
    Layout layout =
        Layout.of(AlertWords.of("mailbox"), AlertWords.of("lead"), "/alerts").notIndexed();
    ctx.header("Referrer-Policy", "no-referrer");
    Answer.html(ctx, 200, pages.render(ctx, "alert/mailbox", layout, view));
  }

  private static HttpRefusal absent() {
    return new HttpRefusal(404, "Not found", Reason.of("no-such-mailbox"));
  }
}

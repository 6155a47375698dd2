package worthwhile.site.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.RelyingParty;
import worthwhile.account.Session;
import worthwhile.account.Sessions;
import worthwhile.account.SignIns;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Clients;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** Begins and ends sessions, and sends the pages about accounts, which nothing between may keep. */
public final class Reception {
  /** Where to go where nothing else was asked for. */
  static final String HOME = "/account";

  /** Beginnings of addresses that need an account, each with words that say why. */
  private static final List<String> PURPOSES = List.of("alerts", "reviews", "earnings", "timer");

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final Clients clients;
  private final String passkeyScript;

  public Reception(SiteInstance instance, Visitors visitors, Pages pages, Assets assets) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
    this.clients = instance.clients();
    this.passkeyScript = "<script src=\"" + assets.passkeys().path() + "\" defer></script>";
  }

  Accounts accounts() {
    return instance.accounts();
  }

  SiteInstance instance() {
    return instance;
  }

  Visitors visitors() {
    return visitors;
  }

  /** Sends a page that nothing between may keep. */
  void page(Context ctx, int status, String template, String title, Object view) {
    Layout layout =
        Layout.of(title, title + " – Worthwhile", "/account").notIndexed().withHead(passkeyScript);
    Answer.send(ctx, status, Answer.HTML, "no-store", pages.render(ctx, template, layout, view));
  }

  /** Sends the browser on after a form. */
  void goTo(Context ctx, String path) {
    ctx.header("Cache-Control", "no-store");
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  /** Where to go after signing in: a path of this site, whatever the address says. */
  static String next(Context ctx) {
    String next = Optional.ofNullable(ctx.formParam("next")).orElse(ctx.queryParam("next"));
    boolean ours =
        next != null
            && Urls.fits(Urls.parameter(next))
            && next.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    return ours ? next : HOME;
  }

  /** The address of a form that leads on to where this one does. */
  static String leadingOn(String form, String next) {
    return next.equals(HOME) ? form : form + "?next=" + Urls.parameter(next);
  }

  /** What an account is needed for there, in words; absent where that needs none. */
  static Optional<String> purpose(String next) {
    return PURPOSES.stream()
        .filter(room -> next.startsWith("/" + room))
        .findFirst()
        .map(room -> Labels.part("account.for-" + room));
  }

  /** A field of a form; empty if it was not sent. */
  static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  String address(Context ctx) {
    return clients.of(ctx);
  }

  SignIns.From from(Context ctx) {
    return new SignIns.From(
        address(ctx), Cookies.read(ctx, instance.settings(), Cookies.Name.DEVICE));
  }

  /** Under which name and address this site makes and takes passkeys. */
  RelyingParty party(Context ctx) {
    String url = instance.settings().baseUrl().orElse("http://" + ctx.host());
    try {
      return new RelyingParty(Urls.hostOf(url), Urls.origin(url));
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(400, "Bad request", "The Host header names no host.");
    }
  }

  /** What the browser and system are, in words. */
  static String device(Context ctx) {
    return Device.of(ctx.header("User-Agent"));
  }

  /** Begins a session, with everything new that an old one or a stranger could have planted. */
  void signIn(Context ctx, Account account) {
    visitors.session(ctx).ifPresent(old -> sessions().end(old.account(), old.id()));
    Sessions.Begun begun = sessions().begin(account.id(), device(ctx));
    SiteSettings settings = instance.settings();
    Cookies.set(ctx, settings, Cookies.Name.SESSION, begun.secret(), Sessions.LONGEST);
    Optional<String> device = Cookies.read(ctx, settings, Cookies.Name.DEVICE);
    String kept = accounts().signIns().remember(account, device);
    Cookies.set(ctx, settings, Cookies.Name.DEVICE, kept, SignIns.DEVICE_KEPT);
    visitors.welcome(ctx, account, begun.session());
  }

  /** Notes that the person has proved again who they are; the browser gets a new cookie. */
  void confirm(Context ctx, Session session) {
    String secret = sessions().confirm(session);
    Cookies.set(ctx, instance.settings(), Cookies.Name.SESSION, secret, Sessions.LONGEST);
  }

  /** Takes the session away from the browser. */
  void signOut(Context ctx) {
    visitors.session(ctx).ifPresent(old -> sessions().end(old.account(), old.id()));
    Cookies.forget(ctx, instance.settings(), Cookies.Name.SESSION);
    visitors.forget(ctx);
  }

  private Sessions sessions() {
    return accounts().sessions();
  }

  /** What is said to who has tried too often. */
  static String tooSoon(Context ctx, Duration delay) {
    long seconds = Math.max(1, Math.ceilDiv(delay.toMillis(), 1_000L));
    ctx.header("Retry-After", Long.toString(seconds));
    String span =
        seconds < 120
            ? Labels.part("account.seconds", "n", seconds)
            : Labels.part("account.minutes", "n", Math.ceilDiv(seconds, 60));
    return Labels.part("account.too-many-attempts-wait-and-try-again", "span", span);
  }

  /** What a page says on top after something was done, by the word in its address. */
  static Optional<String> done(Context ctx, Map<String, String> sentences) {
    return Optional.ofNullable(ctx.queryParam("done")).map(sentences::get);
  }
}

package worthwhile.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import worthwhile.account.Scope;
import worthwhile.crawl.Forwards;

/** Every address that the site answers. */
final class Routes {
  /** Where the API stands. */
  static final String API = "/api/v1";

  /** Largest body of a request, in bytes, unless a route says otherwise. */
  static final long USUAL_BODY = 64 * 1024;

  /** How an address is asked. What is read by GET is answered to HEAD too. */
  enum Method {
    GET,
    POST,
    DELETE
  }

  /**
   * One address.
   *
   * @param path with {@code {name}} for one segment and {@code <name>} for ids that hold slashes
   * @param type media type of its answer; empty if the handler decides for itself
   * @param needs what somebody must be to get an answer
   * @param largestBody of a request, in bytes
   */
  record Route(
      Method method, String path, String type, Needs needs, long largestBody, Handler handler) {}

  /** A larger body is not even thrown away: its sender may go on for ever. */
  private static final long PASSED_OVER = 64_000_000;

  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String FAVICON =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\""
          + " height=\"32\" rx=\"7\" fill=\"#0b5d4b\"/><path d=\"M6 10l4.5 13L16 12l5.5 11L26"
          + " 10\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3.2\" stroke-linecap=\"round\""
          + " stroke-linejoin=\"round\"/></svg>";
  private static final String ROBOTS =
      "User-agent: *\nDisallow: /api/\nDisallow: /*?\nDisallow: /account\nDisallow: /metrics\n";

  private final List<Route> all = new ArrayList<>();
  private final Visitors visitors;

  Routes(
      Instance instance,
      Visitors visitors,
      Pages pages,
      Assets assets,
      Metrics metrics,
      Listeners listeners,
      Forwards forwards,
      BooleanSupplier stopping) {
    this.visitors = visitors;
    pages(instance, pages);
    api(instance, listeners);
    companion(instance, forwards);
    account(new Reception(instance, visitors, pages, assets));
    work(instance, pages);
    operators(instance, metrics, stopping);
    files(assets);
  }

  private void pages(Instance instance, Pages pages) {
    add("/", HTML, new SearchPage(instance, pages));
    add("/tasks/<id>", HTML, new TaskPage(instance, pages, new Workers(instance, visitors)));
    add("/requesters/<id>", HTML, new RequesterPage(instance, pages));
    add("/platforms", HTML, new PlatformsPage(instance, pages));
    add("/platforms/{id}", HTML, new PlatformPage(instance, pages));
    add("/status", HTML, new StatusPage(instance, pages));
    add("/about/crawler", HTML, new CrawlerPage(instance.settings(), pages));
    add("/companion", HTML, new CompanionPage(instance, pages, visitors));
    add("/companion.user.js", "", new UserScript(instance));
  }

  private void api(Instance instance, Listeners listeners) {
    PlatformsCall platforms = new PlatformsCall(instance);
    String openapi = Assets.read("/openapi.json");
    add(API + "/postings", JSON, new PostingsCall(instance));
    add(API + "/postings/feed.atom", "application/atom+xml", new AtomFeed(instance));
    add(API + "/postings/feed.json", "application/feed+json", new JsonFeed(instance));
    add(
        API + "/postings/stream",
        "text/event-stream",
        new PostingStream(listeners, instance.clients()));
    add(API + "/postings/<id>", JSON, new PostingCall(instance));
    add(API + "/requesters", JSON, new RequestersCall(instance));
    add(API + "/platforms", JSON, platforms.all());
    add(API + "/platforms/{id}", JSON, platforms.one());
    add(API + "/sources", JSON, new SourcesCall(instance));
    add("/openapi.json", JSON, ctx -> Answer.json(ctx, openapi));
  }

  private void account(Reception reception) {
    SignInPage signIn = new SignInPage(reception);
    SignUpPage signUp = new SignUpPage(reception);
    RecoverPage recover = new RecoverPage(reception);
    ConfirmPage confirm = new ConfirmPage(reception);
    add("/account/sign-in", HTML, signIn.form());
    post("/account/sign-in", Needs.NOBODY, signIn.send());
    add("/account/sign-up", HTML, signUp.form());
    post("/account/sign-up", Needs.NOBODY, signUp.send());
    add("/account/recover", HTML, recover.form());
    post("/account/recover", Needs.NOBODY, recover.send());
    get("/account/confirm", HTML, Needs.PERSON, confirm.form());
    post("/account/confirm", Needs.PERSON, confirm.send());
    post("/account/sign-out", Needs.NOBODY, new SignOut(reception));
    post("/account/passkeys/question", Needs.NOBODY, new PasskeyQuestion(reception));
    get("/account", HTML, Needs.PERSON, new AccountPage(reception));
    security(reception);
    belongings(reception);
  }

  private void security(Reception reception) {
    SecurityForms forms = new SecurityForms(reception);
    Needs lately = Needs.confirmed("/account/security");
    get("/account/security", HTML, Needs.PERSON, new SecurityPage(reception));
    post("/account/password", lately, forms.password());
    post("/account/password/remove", lately, forms.noPassword());
    post("/account/passkeys", lately, forms.addPasskey());
    post("/account/passkeys/{id}/name", Needs.PERSON, forms.renamePasskey());
    post("/account/passkeys/{id}/remove", lately, forms.removePasskey());
    post("/account/recovery-codes", lately, new CodesForm(reception));
    post("/account/sessions/end-others", Needs.PERSON, forms.endOtherSessions());
    post("/account/sessions/{id}/end", Needs.PERSON, forms.endSession());
    post("/account/email", lately, forms.email());
  }

  private void belongings(Reception reception) {
    TokensPage tokens = new TokensPage(reception);
    ExportFile export = new ExportFile(reception);
    LeavePage leave = new LeavePage(reception);
    get("/account/tokens", HTML, Needs.PERSON, tokens.form());
    post("/account/tokens", Needs.confirmed("/account/tokens"), tokens.make());
    post("/account/tokens/{id}/revoke", Needs.PERSON, tokens.revoke());
    get("/account/export", JSON, Needs.confirmed("/account"), export::download);
    get("/account/delete", HTML, Needs.PERSON, leave.form());
    post("/account/delete", Needs.PERSON, leave.send());
    Needs reading = Needs.scope(Scope.READ);
    get(API + "/account", JSON, reading, new AccountCall(reception.visitors()));
    get(API + "/account/export", JSON, reading, export::call);
  }

  private void companion(Instance instance, Forwards forwards) {
    all.add(
        new Route(
            Method.POST,
            API + "/companion/{source}",
            JSON,
            Needs.scope(Scope.COMPANION),
            CompanionCall.LARGEST_BODY,
            new CompanionCall(instance, visitors, forwards)));
  }

  /** A worker's own files, timers and earnings. */
  private void work(Instance instance, Pages pages) {
    Workers workers = new Workers(instance, visitors);
    ImportPage imports = new ImportPage(instance, pages, workers);
    ImportPreview preview = new ImportPreview(instance, pages, workers);
    WorkCall work = new WorkCall(instance, workers);
    Needs may = Needs.scope(Scope.IMPORT);
    String file = ImportPage.PATH + "/{id}";
    get(ImportPage.PATH, HTML, may, imports.form());
    all.add(
        new Route(
            Method.POST, ImportPage.PATH, HTML, may, ImportPage.LARGEST_BODY, imports.upload()));
    get(file, HTML, may, preview.show());
    post(file, may, preview.confirm());
    post(file + "/discard", may, preview.discard());
    get(API + "/work", JSON, Needs.scope(Scope.READ), work.list());
    all.add(new Route(Method.POST, API + "/work", JSON, may, ImportPage.LARGEST_BODY, work.take()));
    earnings(instance, pages, workers);
    timers(instance, pages, workers);
  }

  private void earnings(Instance instance, Pages pages, Workers workers) {
    EarningsPage page = new EarningsPage(instance, pages, workers);
    Needs read = Needs.scope(Scope.READ);
    Needs write = Needs.scope(Scope.WRITE);
    get(EarningsPage.PATH, HTML, read, page.show());
    get(EarningsPage.PATH + "/work.csv", "", read, page.csv());
    get(EarningsPage.PATH + "/work.json", "", read, page.json());
    get(EarningsPage.PATH + "/tax.csv", "", read, page.tax());
    post(EarningsPage.PATH + "/settings", write, page.settings());
    post(EarningsPage.PATH + "/work/{id}", write, page.correct());
    get(API + "/earnings", JSON, read, page.call());
  }

  private void timers(Instance instance, Pages pages, Workers workers) {
    Timing timing = new Timing(instance, workers);
    TimerPage page = new TimerPage(instance, pages, workers, timing);
    Needs write = Needs.scope(Scope.WRITE);
    get(TimerPage.PATH, HTML, Needs.scope(Scope.READ), page.show());
    post(TimerPage.PATH, write, page.start());
    post(TimerPage.PATH + "/report", write, page.report());
    post(TimerPage.PATH + "/{id}/pause", write, page.pause());
    post(TimerPage.PATH + "/{id}/resume", write, page.resume());
    post(TimerPage.PATH + "/{id}/done", write, page.done());
    post(TimerPage.PATH + "/{id}/discard", write, page.discard());
    TimersCall call = new TimersCall(instance, workers, timing);
    Needs either = Needs.either(Scope.WRITE, Scope.COMPANION);
    String timers = API + "/timers";
    get(timers, JSON, either, call.list());
    call(Method.POST, timers, either, call.start());
    call(Method.POST, timers + "/{id}/pause", either, call.pause());
    call(Method.POST, timers + "/{id}/resume", either, call.resume());
    call(Method.POST, timers + "/{id}/done", either, call.done());
    call(Method.DELETE, timers + "/{id}", either, call.discard());
  }

  private void call(Method method, String path, Needs needs, Handler handler) {
    all.add(new Route(method, path, JSON, needs, USUAL_BODY, handler));
  }

  private void operators(Instance instance, Metrics metrics, BooleanSupplier stopping) {
    Health health = new Health(instance, stopping);
    add("/health/live", JSON, health.live());
    add("/health/ready", JSON, health.ready());
    add("/metrics", "", metrics);
  }

  private void files(Assets assets) {
    add(assets.style().path(), "", assets.style()::send);
    add(assets.script().path(), "", assets.script()::send);
    add(assets.passkeys().path(), "", assets.passkeys()::send);
    add("/favicon.svg", "", ctx -> file(ctx, "image/svg+xml", FAVICON));
    add("/favicon.ico", "", ctx -> file(ctx, "image/svg+xml", FAVICON));
    add("/robots.txt", "", ctx -> file(ctx, "text/plain; charset=utf-8", ROBOTS));
  }

  private static void file(Context ctx, String type, String text) {
    Answer.send(ctx, 200, type, "public, max-age=86400", text);
  }

  private void add(String path, String type, Handler handler) {
    get(path, type, Needs.NOBODY, handler);
  }

  private void get(String path, String type, Needs needs, Handler handler) {
    all.add(new Route(Method.GET, path, type, needs, USUAL_BODY, handler));
  }

  private void post(String path, Needs needs, Handler handler) {
    all.add(new Route(Method.POST, path, HTML, needs, USUAL_BODY, handler));
  }

  /** Every address. */
  List<Route> all() {
    return List.copyOf(all);
  }

  void register(RoutesConfig routes) {
    for (Route route : all) {
      Handler handler = ctx -> serve(route, ctx);
      switch (route.method()) {
        case GET -> {
          routes.get(route.path(), handler);
          routes.head(route.path(), handler);
        }
        case POST -> routes.post(route.path(), handler);
        case DELETE -> routes.delete(route.path(), handler);
      }
    }
    routes.options("/api/*", Routes::preflight);
  }

  private void serve(Route route, Context ctx) throws Exception {
    boolean api = ErrorAnswers.isApi(ctx);
    if (api && !acceptable(ctx, route.type()))
      throw new Refusal(406, "Not acceptable", "This call answers " + route.type() + " only.");
    limitBody(ctx, route.largestBody());
    if (route.method() != Method.GET) visitors.origin().refuseForeign(ctx);
    visitors.admit(ctx, route.needs());
    route.handler().handle(ctx);
  }

  /** A body of unknown length could be of any: it is not read. */
  private static void limitBody(Context ctx, long largest) throws IOException {
    if (ctx.header("Transfer-Encoding") != null)
      throw new Refusal(411, "Length required", "Send the body with a Content-Length.");
    if (ctx.contentLength() <= largest) return;
    passOver(ctx);
    throw new Refusal(
        413, "Too large", "A request's body may have at most " + largest + " bytes here.");
  }

  /**
   * Who is answered while still sending finds the connection reset and never reads the answer. So
   * what is somewhat too large is taken and thrown away first.
   */
  private static void passOver(Context ctx) throws IOException {
    if (ctx.contentLength() <= PASSED_OVER)
      ctx.bodyInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static boolean acceptable(Context ctx, String type) {
    Accept accept = Accept.of(ctx.header("Accept"));
    return accept.takesType(type)
        || accept.takesType(Answer.JSON.substring(0, Answer.JSON.indexOf(';')))
        || accept.takesType("application/problem+json");
  }

  /**
   * A page of another site asks first before it reads with {@code If-None-Match} or {@code
   * Last-Event-ID}, or acts with a token that its user gave it. Cookies are never allowed along.
   */
  private static void preflight(Context ctx) {
    ctx.status(204);
    ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE");
    ctx.header(
        "Access-Control-Allow-Headers",
        "Accept, Authorization, Content-Type, If-None-Match, Last-Event-ID");
    ctx.header("Access-Control-Max-Age", "86400");
  }
}

package worthwhile.site.moderation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.account.Account;
import worthwhile.account.Scope;
import worthwhile.community.Answering;
import worthwhile.community.Appealing;
import worthwhile.community.Claiming;
import worthwhile.community.Flagging;
import worthwhile.community.Judging;
import worthwhile.community.Pseudonyms;
import worthwhile.community.Topic;
import worthwhile.community.Topics;
import worthwhile.crawl.Web;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Allowance;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.community.Statements;

/** What all pages and calls of this room work with. */
record ModerationDesk(
    SiteInstance instance,
    Visitors visitors,
    Pages pages,
    Topics topics,
    Flagging flagging,
    Judging judging,
    Answering answering,
    Appealing appealing,
    Claiming claiming,
    Allowance ofMembers,
    Allowance ofVisitors) {
  private static final int ACTS_A_MINUTE = 30;
  private static final int FLAGS_OF_VISITORS_A_MINUTE = 4;

  static ModerationDesk of(SiteInstance instance, Visitors visitors, Pages pages, Web web) {
    var store = instance.store();
    var tail = instance.tail();
    var clock = instance.clock();
    Topics topics = new Topics(store);
    return new ModerationDesk(
        instance,
        visitors,
        pages,
        topics,
        new Flagging(tail, topics, Pseudonyms.of(store), clock),
        new Judging(tail, clock),
        new Answering(tail, topics, clock),
        new Appealing(tail, clock),
        new Claiming(store, instance.sources(), tail, topics, web, clock),
        new Allowance(ACTS_A_MINUTE),
        new Allowance(FLAGS_OF_VISITORS_A_MINUTE));
  }

  <T> T statements(Function<Statements, T> look) {
    return instance.store().statements(look);
  }

  /** Sends a page that search engines leave out and nothing between may keep. */
  void page(Context ctx, int status, String template, String title, Object view) {
    Layout layout = Layout.of(title, title + " – Worthwhile", "").notIndexed();
    String html = pages.render(ctx, "moderation/" + template, layout, view);
    Answer.send(ctx, status, Answer.HTML, "no-store", html);
  }

  /** Sends the browser on after a form. */
  static void goTo(Context ctx, String path) {
    ctx.header("Cache-Control", "no-store");
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  /** A field of a form; empty if it was not sent. */
  static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  /** Counts an act of an account; 429 if it acts too often. */
  void count(Context ctx, Account account) {
    Allowance.refuseExcess(
        ctx,
        ofMembers.take(account.id()),
        wait -> Reason.of("limit-acts").with("n", ACTS_A_MINUTE).with("wait", wait));
  }

  /** Who reports: an account, or a visitor without one, who may do so less often. */
  Flagging.Reporter reporter(Context ctx) {
    Optional<Visitor> visitor = visitors.visitor(ctx);
    if (visitor.isPresent()) {
      if (!visitor.get().may(Scope.WRITE))
        throw new HttpRefusal(
            403, "Not allowed", "This token does not carry the scope write. Make one that does.");
      count(ctx, visitor.get().account());
      return new Flagging.Reporter.Member(visitor.get().account());
    }
    if (Visitors.token(ctx).isPresent())
      throw new HttpRefusal(
          401, "Sign in", "The token is not known or has expired. Report without it, or renew it.");
    String client = instance.clients().of(ctx);
    Allowance.refuseExcess(
        ctx,
        ofVisitors.take(client),
        wait -> Reason.of("limit-flags").with("n", FLAGS_OF_VISITORS_A_MINUTE).with("wait", wait));
    return new Flagging.Reporter.Passer(client);
  }

  /** The thing that a request names, as a viewer may see it; absent if there is none. */
  Optional<Topic> topic(String about, Optional<Account> viewer) {
    return Subject.parse(about).flatMap(subject -> topics.find(subject, viewer));
  }

  /** How many people of this instance moderate. */
  long moderators() {
    List<Account> all = instance.accounts().all();
    return all.isEmpty() ? 1 : all.stream().filter(Topics::isModerator).count();
  }
}

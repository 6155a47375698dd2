package worthwhile.site.moderation;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.account.Scope;
import worthwhile.crawl.Web;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.Route.Method;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** Reports, claims, replies, disputes, appeals, votes, and the log of all that. */
public final class ModerationRoutes {
  private static final Needs READ = Needs.scope(Scope.READ);
  private static final Needs WRITE = Needs.scope(Scope.WRITE);

  /** An image in base64, and the rest. */
  private static final long LARGEST_FLAG = FlagPage.LARGEST_BODY * 4 / 3;

  private ModerationRoutes() {}

  /**
   * The feature.
   *
   * @param web by which the file of a requester who claims to be one is read
   */
  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages, Web web) {
    ModerationDesk desk = ModerationDesk.of(instance, visitors, pages, web);
    CasePages cases = new CasePages(desk);
    return Feature.of("moderation", cases(cases), forms(desk), claims(desk), calls(desk, cases));
  }

  private static List<Route> cases(CasePages cases) {
    return List.of(
        Route.page("/moderation", cases::log),
        Route.page("/moderation/queue", READ, cases::queue),
        Route.page("/moderation/rules", cases::rules),
        Route.page("/moderation/{id}", cases::show),
        Route.form("/moderation/{id}/votes", WRITE, cases::vote),
        Route.file("/moderation/flags/{id}/image", READ, cases::image));
  }

  private static List<Route> forms(ModerationDesk desk) {
    FlagPage flag = new FlagPage(desk);
    AnswerPages answers = new AnswerPages(desk);
    return List.of(
        Route.page("/flags/new", flag::form),
        Route.form("/flags", flag::send).withLargestBody(FlagPage.LARGEST_BODY),
        Route.page("/replies/new", READ, answers::replyForm),
        Route.form("/replies", WRITE, answers::reply),
        Route.page("/disputes/new", READ, answers::disputeForm),
        Route.form("/disputes", WRITE, answers::dispute),
        Route.page("/appeals/new", READ, answers::appealForm),
        Route.form("/appeals", WRITE, answers::appeal));
  }

  private static List<Route> claims(ModerationDesk desk) {
    ClaimPages claims = new ClaimPages(desk);
    return List.of(
        Route.page("/claims/new", READ, claims::form),
        Route.form("/claims", WRITE, claims::send),
        Route.page("/claims/{id}", READ, claims::show),
        Route.form("/claims/{id}/check", WRITE, claims::check),
        Route.form("/claims/{id}/withdraw", WRITE, claims::withdraw));
  }

  private static List<Route> calls(ModerationDesk desk, CasePages cases) {
    ModerationCalls calls = new ModerationCalls(desk, cases);
    String claim = API + "/claims/{id}";
    return List.of(
        Route.call(API + "/moderation", calls::log),
        Route.call(API + "/moderation/{id}", calls::one),
        Route.call(Method.POST, API + "/moderation/{id}/votes", WRITE, calls::vote),
        Route.call(Method.POST, API + "/flags", calls::flag).withLargestBody(LARGEST_FLAG),
        Route.call(Method.POST, API + "/replies", WRITE, calls::reply),
        Route.call(Method.DELETE, API + "/replies/{id}", WRITE, calls::deleteReply),
        Route.call(Method.POST, API + "/disputes", WRITE, calls::dispute),
        Route.call(Method.POST, API + "/appeals", WRITE, calls::appeal),
        Route.call(Method.POST, API + "/claims", WRITE, calls::claim),
        Route.call(Method.GET, claim, READ, calls::readClaim),
        Route.call(Method.DELETE, claim, WRITE, calls::withdraw),
        Route.call(Method.POST, claim + "/check", WRITE, calls::check));
  }
}

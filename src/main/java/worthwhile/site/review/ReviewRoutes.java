package worthwhile.site.review;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.account.Scope;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.Route.Method;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** Reviews, and what people are to be told. */
public final class ReviewRoutes {
  private static final Needs READ = Needs.scope(Scope.READ);
  private static final Needs WRITE = Needs.scope(Scope.WRITE);

  private ReviewRoutes() {}

  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages) {
    ReviewDesk desk = new ReviewDesk(instance);
    return Feature.of(
        "review", forms(desk, visitors, pages), calls(desk, visitors), notices(instance, pages));
  }

  private static List<Route> forms(ReviewDesk desk, Visitors visitors, Pages pages) {
    ReviewForm form = new ReviewForm(desk, pages);
    OwnReviewsPage own = new OwnReviewsPage(desk, pages);
    ReviewedPage others = new ReviewedPage(desk, visitors, pages);
    return List.of(
        Route.page("/reviews", READ, own::show),
        Route.form("/reviews", WRITE, form::send),
        Route.page("/reviews/new", WRITE, form::empty),
        Route.page("/reviews/about", others::about),
        Route.page("/reviews/{id}", others::one),
        Route.form("/reviews/{id}", WRITE, form::correct),
        Route.page("/reviews/{id}/edit", WRITE, form::edit),
        Route.form("/reviews/{id}/outcome", WRITE, own::outcome),
        Route.form("/reviews/{id}/delete", WRITE, own::delete),
        Route.form("/reviews/{id}/confirmations", WRITE, own::confirm));
  }

  private static List<Route> calls(ReviewDesk desk, Visitors visitors) {
    ReviewsCall call = new ReviewsCall(desk, visitors);
    String one = ReviewsCall.PATH + "/{id}";
    return List.of(
        Route.call(ReviewsCall.PATH, call::list),
        Route.call(Method.POST, ReviewsCall.PATH, WRITE, call::write),
        Route.call(Method.GET, ReviewsCall.PATH + "/mine", READ, call::mine),
        Route.call(one, call::one),
        Route.call(Method.PATCH, one, WRITE, call::change),
        Route.call(Method.DELETE, one, WRITE, call::delete),
        Route.call(Method.POST, one + "/confirmations", WRITE, call::confirm));
  }

  private static List<Route> notices(SiteInstance instance, Pages pages) {
    NoticesPage page = new NoticesPage(instance, pages);
    return List.of(
        Route.page("/notices", READ, page::show),
        Route.form("/notices/seen", WRITE, page::see),
        Route.call(Method.GET, API + "/notices", READ, page::call),
        Route.call(Method.POST, API + "/notices/seen", WRITE, page::seen));
  }
}

package worthwhile.site;

import static worthwhile.site.Route.API;

import java.util.List;

/** One task: its page and its call. */
final class TaskRoutes {
  private TaskRoutes() {}

  static Feature of(SiteInstance instance, Visitors visitors, Pages pages) {
    return new Feature(
        "task",
        List.of(
            Route.page(
                "/tasks/<id>", new TaskPage(instance, visitors, pages, new Workers(instance))),
            Route.call(API + "/postings/<id>", new PostingCall(instance))));
  }
}

package worthwhile.site.task;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.me.ComparedTasks;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.site.work.Workers;

/** One task: its page and its call, and several side by side. */
public final class TaskRoutes {
  private TaskRoutes() {}

  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages) {
    return new Feature(
        "task",
        List.of(
            Route.page(
                "/tasks/<id>", new TaskPage(instance, visitors, pages, new Workers(instance))),
            Route.page(SharedPage.PATH, new SharedPage(instance, visitors, pages)),
            Route.page(ComparedTasks.PATH, new ComparePage(instance, visitors, pages)),
            Route.form(ComparedTasks.PATH, new CompareAnswer(instance, visitors)),
            Route.call(API + "/postings/<id>", new PostingCall(instance, visitors))));
  }
}

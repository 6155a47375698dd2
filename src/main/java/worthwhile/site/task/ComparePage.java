package worthwhile.site.task;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.posting.Posting;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Visitors;
import worthwhile.site.me.ComparedTasks;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;

/** {@code GET /compare?task=ID&task=ID}: up to four tasks side by side. */
final class ComparePage implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;

  ComparePage(SiteInstance instance, Visitors visitors, Pages pages) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param rows their figures; empty without a task
   * @param unknown ids that no task has
   * @param over ids beyond the four that fit
   * @param letGo title of the task that had to go for the last one; absent if all fitted
   * @param back to the search that the reader came from
   */
  record View(
      List<ComparedTask> tasks,
      List<ComparedRow> rows,
      List<String> unknown,
      List<String> over,
      Optional<ComparedTask> letGo,
      BackLink back) {
    /** Ids of those shown. */
    List<String> ids() {
      return tasks.stream().map(task -> task.posting().id()).toList();
    }

    /** What a cell is of, where the columns lie below each other. */
    String letter(int column) {
      return String.valueOf((char) ('A' + column));
    }
  }

  @Override
  public void handle(Context ctx) {
    List<String> named =
        List.copyOf(
            new LinkedHashSet<>(
                Parameters.filled(ctx).getOrDefault(ComparedTasks.PARAMETER, List.of())));
    List<String> asked = named.isEmpty() ? ComparedTasks.of(ctx).ids() : named;
    View view = view(ctx, asked);
    boolean missing = view.tasks().isEmpty() && !named.isEmpty();
    Layout layout =
        Layout.of(Labels.part("compare.title"), Labels.part("compare.about"), "/").notIndexed();
    Answer.html(ctx, missing ? 404 : 200, pages.render(ctx, "task/compare", layout, view));
  }

  private View view(Context ctx, List<String> asked) {
    Optional<Account> visitor = visitors.of(ctx);
    ToldOfHer her = her(ctx, visitor);
    List<ComparedTask> tasks = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> first = asked.stream().limit(ComparedTasks.MOST).toList();
    for (String id : first) {
      Optional<Posting> posting = instance.posting(id, visitor);
      posting.ifPresentOrElse(
          found -> tasks.add(ComparedTask.of(found, her, instance)), () -> unknown.add(id));
    }
    Optional<ComparedTask> letGo =
        Optional.ofNullable(ctx.queryParam(CompareAnswer.LET_GO))
            .filter(id -> first.size() == ComparedTasks.MOST && !first.contains(id))
            .flatMap(id -> instance.posting(id, visitor))
            .map(found -> ComparedTask.of(found, her, instance));
    return new View(
        tasks,
        tasks.isEmpty() ? List.of() : ComparedRow.all(tasks),
        unknown,
        asked.stream().skip(ComparedTasks.MOST).toList(),
        letGo,
        BackLink.of(ctx));
  }

  private ToldOfHer her(Context ctx, Optional<Account> visitor) {
    return ToldOfHer.of(
        Remembered.of(ctx),
        visitor.map(account -> instance.store().work().approvals(account.id())).orElse(List.of()));
  }
}

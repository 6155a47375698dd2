package worthwhile.site.task;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.account.Account;
import worthwhile.posting.Duplicate;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.site.block.BlockForm;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitors;
import worthwhile.site.me.ComparedTasks;
import worthwhile.site.search.ResultRow;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.RecordLine;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;
import worthwhile.site.work.Timing;
import worthwhile.site.work.Workers;
import worthwhile.source.SourceDefinition;
import worthwhile.store.Store;
import worthwhile.store.posting.Postings;
import worthwhile.work.earn.ApprovalRate;

/** {@code GET /tasks/{id}}: everything known of one task, closed ones too. */
final class TaskPage implements Handler {
  private static final int OTHERS = 10;

  private final SiteInstance instance;
  private final Pages pages;
  private final Visitors visitors;
  private final Timing timing;
  private final Blocking blocking;
  private final BetterTasks better;

  TaskPage(SiteInstance instance, Visitors visitors, Pages pages, Workers workers) {
    this.instance = instance;
    this.pages = pages;
    this.visitors = visitors;
    this.timing = new Timing(instance, workers);
    this.blocking = new Blocking(instance, visitors);
    this.better = new BetterTasks(instance);
  }

  @Override
  public void handle(Context ctx) {
    String id = ctx.pathParam("id");
    Optional<Posting> posting = instance.posting(id, visitors.of(ctx));
    if (posting.isEmpty()) throw new Missing(Reason.of("no-such-task").with("id", id));
    Optional.ofNullable(ctx.queryParam("m"))
        .filter(message -> message.matches("[0-9a-f-]{36}"))
        .ifPresent(message -> reached(message, posting.get()));
    TaskView view = view(ctx, posting.get());
    Answer.html(ctx, 200, pages.render(ctx, "task/task", layout(view), view));
  }

  /** Who was told of it came by the link of a message: her saved search counts that. */
  private void reached(String message, Posting posting) {
    instance
        .store()
        .changeAlerts(alerts -> alerts.deliveries().reached(message, posting.id(), instance.now()));
  }

  private TaskView view(Context ctx, Posting posting) {
    BlockedRequesters blocked = blocking.of(ctx);
    Optional<BlockForm> block = block(ctx, posting, blocked);
    Optional<SourceDefinition> source = instance.sources().byId(posting.job().source());
    Optional<Account> visitor = visitors.of(ctx);
    Remembered remembered = Remembered.of(ctx);
    ToldOfHer her = ToldOfHer.of(remembered, approvals(visitor));
    List<Postings.HistoryRow> history = instance.store().postings().history(posting.id());
    return new TaskView(
        posting,
        instance.platformName(posting.job().platform()),
        source.map(SourceDefinition::name).orElse(posting.job().source()),
        source.flatMap(definition -> definition.about().attribution()),
        history,
        instance.store().postings().byIds(duplicates(posting)).values().stream()
            .filter(other -> isAllowed(other, blocked))
            .map(other -> ResultRow.elsewhere(other, instance))
            .toList(),
        others(posting).stream().filter(other -> isAllowed(other, blocked)).toList(),
        visitor.map(account -> timing.of(ctx, account, posting)),
        RecordLine.whole(posting.reputation(), worked(ctx, posting)),
        block,
        BackLink.of(ctx),
        CanI.of(posting, her, instance),
        PaidWhen.of(posting, her, instance),
        past(posting, history),
        better.than(posting, her, blocked, remembered.hidden(), instance.besides(visitor)),
        remembered.hidden().ids().contains(posting.id()),
        ComparedTasks.of(ctx),
        instance.now());
  }

  private List<ApprovalRate> approvals(Optional<Account> visitor) {
    return visitor.map(who -> instance.store().work().approvals(who.id())).orElse(List.of());
  }

  private String past(Posting posting, List<Postings.HistoryRow> history) {
    List<MonetaryAmount> earlier = instance.store().postings().earlierPay(posting.id());
    return PastSentence.of(posting, history, earlier, instance.now());
  }

  private static boolean isAllowed(Posting posting, BlockedRequesters blocked) {
    return RequesterId.of(posting.job()).filter(blocked.ids()::contains).isEmpty();
  }

  /** Absent where nobody is named, or by a name or id that no search can leave out. */
  private Optional<BlockForm> block(Context ctx, Posting posting, BlockedRequesters blocked) {
    Organization by = posting.job().hiringOrganization();
    return RequesterId.of(posting.job())
        .filter(id -> BlockedRequesters.fit(List.of(id)))
        .map(
            id ->
                blocking.form(
                    ctx,
                    blocked,
                    id,
                    by == null || by.name() == null ? id.key() : by.name(),
                    Optional.of(posting.id())));
  }

  private boolean worked(Context ctx, Posting posting) {
    Set<RequesterId> requester =
        RequesterId.of(posting.job()).map(Set::of).orElse(Set.<RequesterId>of());
    return visitors
        .of(ctx)
        .filter(who -> !instance.store().work().workedFor(who.id(), requester).isEmpty())
        .isPresent();
  }

  private static List<String> duplicates(Posting posting) {
    return posting.standing().duplicates().stream().map(Duplicate::id).toList();
  }

  private List<Posting> others(Posting posting) {
    Store store = instance.store();
    return RequesterId.of(posting.job()).map(store.requesters()::members).stream()
        .flatMap(members -> store.postings().ofRequesters(members, OTHERS + 1).stream())
        .filter(other -> !other.id().equals(posting.id()))
        .limit(OTHERS)
        .toList();
  }

  private Layout layout(TaskView view) {
    Posting posting = view.posting();
    String by = view.requester().map(name -> " by " + name).orElse("");
    String about = posting.job().title() + by + " on " + view.platform() + ".";
    Layout layout = Layout.of(posting.job().title(), about, "/");
    return JsonLd.of(posting, view.requester(), view.requesterSite(), view.source())
        .map(json -> layout.withHead("<script type=\"application/ld+json\">" + json + "</script>"))
        .orElse(layout);
  }
}

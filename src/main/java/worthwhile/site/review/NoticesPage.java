package worthwhile.site.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.flow.Batch;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.statement.Notice;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.work.Work;

/** {@code /notices} and {@code /api/v1/notices}: what somebody is to be told. */
final class NoticesPage {
  private static final int MOST = 100;

  private final SiteInstance instance;
  private final Pages pages;

  NoticesPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /** One with what it is about. */
  record Line(Notice notice, SubjectName name) {}

  /**
   * The page.
   *
   * @param reminders unpaid work of which she wanted to be asked again by now
   */
  record View(List<Line> lines, List<Work> reminders) {
    boolean hasNew() {
      return lines.stream().anyMatch(line -> line.notice().seen().isEmpty());
    }
  }

  void show(Context ctx, Visitor visitor) {
    List<Line> lines =
        of(visitor.account()).stream()
            .map(notice -> new Line(notice, SubjectName.of(instance, notice.about())))
            .toList();
    View view = new View(lines, reminders(visitor.account()));
    Layout layout =
        Layout.of(ReviewWords.of("notices"), ReviewWords.of("notices.lead"), "/account")
            .notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "review/notices", layout, view));
  }

  private List<Work> reminders(Account account) {
    ZoneId zone =
        instance.store().workSettings().of(account.id()).zone().orElseGet(ZoneId::systemDefault);
    LocalDate today = instance.now().atZone(zone).toLocalDate();
    return instance.store().pursuits().reminders(account.id(), today);
  }

  private List<Notice> of(Account account) {
    return instance.store().statements(said -> said.notices().of(account.id(), MOST));
  }

  void see(Context ctx, Visitor visitor) {
    see(visitor.account());
    ctx.redirect("/notices", HttpStatus.SEE_OTHER);
  }

  private void see(Account account) {
    instance
        .tail()
        .take(
            new Batch.Said<>(
                instance.now(),
                writing -> {
                  writing.statements().notices().see(account.id(), instance.now());
                  return Batch.Said.Done.of(true);
                }));
  }

  void call(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    ArrayNode items = PostingJson.MAPPER.createArrayNode();
    of(visitor.account()).forEach(notice -> items.add(json(notice)));
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.set("items", items);
    Answer.own(ctx, body.toString());
  }

  void seen(Context ctx, Visitor visitor) {
    see(visitor.account());
    ctx.status(204);
  }

  private static ObjectNode json(Notice notice) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", notice.id()).put("about", notice.about().toString());
    node.set("reason", PostingJson.MAPPER.valueToTree(notice.reason()));
    node.put("at", notice.created().toString());
    notice.seen().ifPresent(seen -> node.put("seen", seen.toString()));
    return node;
  }
}

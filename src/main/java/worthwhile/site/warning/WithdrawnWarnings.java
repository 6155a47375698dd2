package worthwhile.site.warning;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Problem;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Warned.Withdrawn;

/** {@code GET /warnings/withdrawn} and its call: warnings that are no longer said, and why. */
final class WithdrawnWarnings {
  static final String PATH = WarningsPage.PATH + "/withdrawn";
  private static final int SIZE = 50;
  private static final int LAST_PAGE = 100;

  private final SiteInstance instance;
  private final Pages pages;

  WithdrawnWarnings(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /** Everything the page shows. */
  record View(List<Withdrawn> lines, int page, boolean more, Instant now) {
    String text(Withdrawn line) {
      return new Reason(line.cleared().code(), Map.of()).said();
    }
  }

  void page(Context ctx) {
    int page = number(ctx);
    List<Withdrawn> lines = lines(page);
    View view =
        new View(
            lines.stream().limit(SIZE).toList(),
            page,
            lines.size() > SIZE && page < LAST_PAGE,
            instance.now());
    Layout layout =
        Layout.of(Labels.part("withdrawn.title"), Labels.part("withdrawn.lead"), PATH).notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "warning/withdrawn", layout, view));
  }

  void call(Context ctx) {
    List<Mistake> mistakes = ApiQuery.mistakes(ctx, List.of("page"));
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    int page = number(ctx);
    ObjectNode body = PostingJson.MAPPER.createObjectNode().put("page", page).put("size", SIZE);
    ArrayNode items = body.putArray("items");
    for (Withdrawn line : lines(page).stream().limit(SIZE).toList()) items.add(json(line));
    Answer.json(ctx, body.toString());
  }

  private List<Withdrawn> lines(int page) {
    return instance.store().warned().withdrawn((page - 1) * SIZE, SIZE + 1);
  }

  private static ObjectNode json(Withdrawn line) {
    ObjectNode item =
        PostingJson.MAPPER
            .createObjectNode()
            .put("posting", line.posting())
            .put("title", line.title())
            .put("code", line.cleared().code())
            .put("severity", Worded.wordOf(line.cleared().severity()))
            .put("by", Worded.wordOf(line.cleared().by()));
    line.cleared().since().ifPresent(since -> item.put("since", since.toString()));
    return item.put("withdrawn", line.at().toString()).put("why", line.cleared().why());
  }

  private static int number(Context ctx) {
    String text = Optional.ofNullable(ctx.queryParam("page")).orElse("1");
    if (text.matches("[0-9]{1,3}")) {
      int page = Integer.parseInt(text);
      if (page >= 1 && page <= LAST_PAGE) return page;
    }
    throw new HttpRefusal(400, "Not understood", "page must be a number from 1 to " + LAST_PAGE);
  }
}

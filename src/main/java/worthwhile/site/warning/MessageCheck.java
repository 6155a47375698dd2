package worthwhile.site.warning;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.view.JsonFields;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.source.BlockLists;
import worthwhile.warning.Circumstances;
import worthwhile.warning.Observations;
import worthwhile.warning.Warnings;

/**
 * {@code /check} and {@code POST /api/v1/check}: what a message or an address that somebody got
 * smells of. Nothing of it is stored, and no address is opened for it.
 */
final class MessageCheck {
  static final String PATH = "/check";

  private static final String TEXT = "text";
  private static final String URL = "url";

  private final SiteInstance instance;
  private final Pages pages;

  /** Compiled when somebody first asks. */
  private volatile @Nullable Warnings warnings;

  MessageCheck(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * The form and its answer.
   *
   * @param text as it was sent
   * @param seen absent before anything was sent
   * @param error what is to be mended; absent if nothing is
   */
  record View(String text, Optional<Observations> seen, Optional<String> error) {}

  /** The form; what another program shares with it stands in it already. */
  void form(Context ctx) {
    String shared =
        Stream.of("title", TEXT, URL)
            .map(ctx::queryParam)
            .filter(value -> value != null && !value.isBlank())
            .collect(Collectors.joining("\n"));
    show(ctx, 200, new View(shared, Optional.empty(), Optional.empty()));
  }

  void answer(Context ctx) {
    String text = Optional.ofNullable(ctx.formParam(TEXT)).orElse("").strip();
    if (text.isEmpty())
      show(
          ctx, 400, new View("", Optional.empty(), Optional.of(Labels.part("check.nothing-sent"))));
    else show(ctx, 200, new View(text, Optional.of(seen(text)), Optional.empty()));
  }

  private void show(Context ctx, int status, View view) {
    Layout layout = Layout.of(Labels.part("check.title"), Labels.part("check.lead"), PATH);
    Answer.html(ctx, status, pages.render(ctx, "warning/check", layout, view));
  }

  void call(Context ctx) {
    JsonFields sent = JsonFields.of(ctx, List.of(TEXT, URL));
    Optional<String> text = sent.text(TEXT).filter(Predicate.not(String::isBlank));
    Optional<String> url = sent.text(URL).filter(Predicate.not(String::isBlank));
    if (text.isPresent() == url.isPresent())
      throw JsonFields.wrong("Send either text or url: a message, or the address that it names.");
    if (url.isPresent() && Urls.web(url.get()).isEmpty())
      throw JsonFields.wrong(
          "url: must be an address that begins with http:// or https://. Send anything else as text.");
    Observations seen = seen(text.or(() -> url).orElseThrow());
    Answer.own(ctx, PostingJson.MAPPER.writeValueAsString(json(seen, text.isPresent())));
  }

  private Observations seen(String text) {
    BlockLists.Asked lists = instance.store().blockLists().at(instance.now());
    Observations seen =
        warnings()
            .of(text, Circumstances.listing(lists.hits(Warnings.hosts(text)), lists.notAsked()));
    if (!text.contains("://")) return seen;
    List<Reason> left = new ArrayList<>(seen.notChecked());
    left.add(Reason.of("address-not-opened"));
    return new Observations(seen.warnings(), seen.risk(), left);
  }

  private Warnings warnings() {
    if (warnings == null) warnings = Warnings.knowing(instance.sources().platforms());
    return warnings;
  }

  /** An address alone has no words to tell a risk from. */
  private static ObjectNode json(Observations seen, boolean ofText) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    if (ofText && seen.risk() != null) node.put("risk", seen.risk());
    ArrayNode warnings = node.putArray("warnings");
    seen.warnings().forEach(each -> warnings.add(PostingJson.MAPPER.<ObjectNode>valueToTree(each)));
    ArrayNode left = node.putArray("notChecked");
    seen.notChecked().forEach(each -> left.add(each.said()));
    return node;
  }
}

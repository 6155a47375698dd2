package worthwhile.site.companion;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Companion;
import worthwhile.source.Css;
import worthwhile.source.Mark;
import worthwhile.source.RowCondition;
import worthwhile.source.Rule;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.source.UrlPattern;
import worthwhile.source.read.ReadValues;

/**
 * {@code GET /companion.user.js}: the script that a worker installs in a userscript manager, made
 * from the definitions of the sources that have a companion.
 */
final class UserScript implements Handler {
  private static final Pattern ATTRIBUTE = Pattern.compile("\\[([a-z][a-z0-9-]*)");
  private static final String VERSION = "companion-script";
  private static final String CONFIG = "/*CONFIG*/null";
  private static final String BADGE = "  /*BADGE*/";
  private static final String STYLE = "/*STYLE*/''";
  private static final List<String> GRANTS =
      List.of(
          "GM_xmlhttpRequest",
          "GM_getValue",
          "GM_setValue",
          "GM_deleteValue",
          "GM_listValues",
          "GM.xmlHttpRequest",
          "GM.getValue",
          "GM.setValue",
          "GM.deleteValue",
          "GM.listValues",
          "unsafeWindow");

  private final SiteInstance instance;
  private final List<SourceDefinition> sources;
  private @Nullable Body body;

  UserScript(SiteInstance instance) {
    this.instance = instance;
    this.sources = forwarding(instance);
  }

  /** The script below its header: the same for every reader but for the instance's address. */
  private record Body(String template, String config) {}

  /** Made when it is first asked for: a start does not wait for it. */
  private synchronized Body body() {
    if (body == null)
      body =
          new Body(
              Assets.read("/companion/companion.js")
                  .replace(BADGE, Assets.read("/companion/badge.js").stripTrailing())
                  .replace(STYLE, quoted(Assets.read("/companion/companion.css"))),
              described().toString());
    return body;
  }

  /** Sources that workers' browsers forward, or whose tasks are noted by hand. */
  static List<SourceDefinition> forwarding(SiteInstance instance) {
    return instance.sources().all().stream().filter(s -> s.companion().isPresent()).toList();
  }

  @Override
  public void handle(Context ctx) {
    String address = address(instance.settings(), ctx);
    String script =
        body()
            .template()
            .replace(
                CONFIG, "{instance: " + quoted(address) + ", sources: " + body().config() + "}");
    Answer.send(
        ctx,
        200,
        "text/javascript; charset=utf-8",
        Answer.REVALIDATE,
        header(address) + "\n" + script);
  }

  /**
   * Where a browser on the worker's machine reaches this instance. Without a base URL only names of
   * this machine are believed, lest somebody is handed a script that sends elsewhere.
   */
  static String address(SiteSettings settings, Context ctx) {
    if (settings.baseUrl().isPresent()) return settings.baseUrl().get();
    String host = ctx.host() == null ? "" : ctx.host();
    boolean own = SiteSettings.isLoopback(host.replaceFirst(":[0-9]+$", ""));
    String name = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    return "http://" + (own ? host : name + ":" + ctx.req().getLocalPort());
  }

  private static String quoted(String text) {
    return PostingJson.MAPPER.writeValueAsString(text);
  }

  // --- the header that userscript managers read

  private String header(String address) {
    StringBuilder header = new StringBuilder("// ==UserScript==\n");
    line(header, "name", "Worthwhile companion");
    line(header, "namespace", address);
    line(header, "version", version());
    line(
        header,
        "description",
        "Passes on to your own Worthwhile the tasks that a platform's page has already shown you");
    line(header, "license", "Apache-2.0");
    hosts().forEach(host -> line(header, "match", "https://" + host + "/*"));
    line(header, "connect", URI.create(address).getHost());
    GRANTS.forEach(grant -> line(header, "grant", grant));
    line(header, "run-at", "document-start");
    header.append("// @noframes\n");
    line(header, "homepageURL", address + "/companion");
    line(header, "updateURL", address + "/companion.user.js");
    line(header, "downloadURL", address + "/companion.user.js");
    return header.append("// ==/UserScript==\n").toString();
  }

  private static void line(StringBuilder header, String name, String value) {
    header.append("// @%-12s %s\n".formatted(name, value));
  }

  private Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    for (SourceDefinition source : sources)
      source.companion().orElseThrow().on().forEach(pattern -> hosts.add(pattern.host()));
    return hosts;
  }

  /**
   * Managers update only to a higher version, and a hash of the content knows no higher: so it
   * follows the time at which this content was first handed out.
   */
  private String version() {
    String hash = Answer.tag(body().template() + body().config() + hosts() + GRANTS);
    String known = instance.store().meta().get(VERSION).orElse("");
    if (!known.startsWith(hash + " ")) {
      known = hash + " " + instance.now().getEpochSecond();
      instance.store().meta().put(VERSION, known);
    }
    String time = known.substring(hash.length() + 1);
    return "1." + time + "." + Integer.parseInt(hash.substring(0, 6), 16);
  }

  // --- what the script is to do, source by source

  private ArrayNode described() {
    ArrayNode all = PostingJson.MAPPER.createArrayNode();
    for (SourceDefinition source : sources)
      all.add(source(source, source.companion().orElseThrow()));
    return all;
  }

  private static ObjectNode source(SourceDefinition source, Companion companion) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", source.id()).put("name", source.name());
    node.set("on", patterns(companion.on()));
    node.set("responses", patterns(companion.responses()));
    node.set("pages", patterns(companion.pages()));
    node.put("forwards", !companion.responses().isEmpty() || !companion.pages().isEmpty());
    node.put("save", companion.saveTask());
    node.put("task", companion.task().map(Pattern::pattern).orElse(null));
    node.set("query", PostingJson.MAPPER.valueToTree(companion.query()));
    List<Shape> shapes = source.listing().shapes();
    List<Shape> plain =
        shapes.stream()
            .filter(shape -> shape.format() == Shape.Format.JSON && shape.embedded().isEmpty())
            .toList();
    ArrayNode rows = node.putArray("rows");
    for (Shape shape : plain)
      if (shape.rows() instanceof Shape.JsonRows(var pointer))
        rows.addObject()
            .set("steps", PostingJson.MAPPER.valueToTree(pointer.steps()))
            .set("leaveOut", leftOut(shape));
    node.set("reads", PostingJson.MAPPER.valueToTree(ReadValues.of(plain)));
    node.set("take", selectors(companion.take()));
    node.set("attributes", attributes(shapes));
    node.set("embedded", embedded(shapes));
    node.set("gone", gone(shapes));
    ObjectNode drop = node.putObject("drop");
    drop.set("keys", PostingJson.MAPPER.valueToTree(companion.drop().keys()));
    drop.set("elements", selectors(companion.drop().elements()));
    return node;
  }

  /** Rows that are left out by a value of theirs need not leave the browser in the first place. */
  private static ArrayNode leftOut(Shape shape) {
    ArrayNode all = PostingJson.MAPPER.createArrayNode();
    for (RowCondition condition : shape.leaveOut()) {
      boolean listed = (condition.matches().flags() & Pattern.CASE_INSENSITIVE) != 0;
      Rule rule = shape.fields().get(condition.field());
      if (rule == null) continue;
      boolean plain = rule.filters().isEmpty() && rule.map().isEmpty();
      if (listed && plain && rule.from() instanceof Rule.Json(var pointer) && !pointer.top())
        all.addObject()
            .put("matches", condition.matches().pattern())
            .set("steps", PostingJson.MAPPER.valueToTree(pointer.steps()));
    }
    return all;
  }

  private static ArrayNode patterns(List<UrlPattern> patterns) {
    return PostingJson.MAPPER.valueToTree(patterns.stream().map(UrlPattern::regex).toList());
  }

  private static ArrayNode selectors(List<Css> selectors) {
    return PostingJson.MAPPER.valueToTree(selectors.stream().map(Css::text).toList());
  }

  /** Attributes that rules read, beside those by which selectors find their way. */
  private static ArrayNode attributes(List<Shape> shapes) {
    TreeSet<String> names = new TreeSet<>(List.of("class", "id", "href"));
    for (Shape shape : shapes) {
      shape.fields().values().forEach(rule -> attributes(rule, names));
      if (shape.embedded().orElse(null) instanceof Shape.InElement(Css css, var attr)) {
        attr.ifPresent(names::add);
        Matcher found = ATTRIBUTE.matcher(css.text());
        while (found.find()) names.add(found.group(1));
      }
    }
    names.remove("value");
    return PostingJson.MAPPER.valueToTree(names);
  }

  private static void attributes(Rule rule, Set<String> names) {
    switch (rule.from()) {
      case Rule.Elements elements -> elements.attr().ifPresent(names::add);
      case Rule.First(List<Rule> rules) -> rules.forEach(each -> attributes(each, names));
      case Rule.Json _, Rule.Value _, Rule.Address _, Rule.Key _, Rule.Filled _ -> {}
    }
  }

  private static ArrayNode embedded(List<Shape> shapes) {
    ArrayNode all = PostingJson.MAPPER.createArrayNode();
    for (Shape shape : shapes)
      if (shape.embedded().orElse(null) instanceof Shape.InElement(Css css, var attr)
          && attr.isPresent())
        all.addObject()
            .put("css", css.text())
            .put("attr", attr.get())
            .set("reads", PostingJson.MAPPER.valueToTree(ReadValues.of(List.of(shape))));
    return all;
  }

  private static ObjectNode gone(List<Shape> shapes) {
    ObjectNode gone = PostingJson.MAPPER.createObjectNode();
    ArrayNode marks = gone.putArray("marks");
    List<Mark> all = shapes.isEmpty() ? List.of() : shapes.getFirst().marks().gone();
    for (Mark mark : all)
      if (mark instanceof Mark.Json(var pointer, var equals) && equals.isPresent())
        marks
            .addObject()
            .put("equals", equals.get())
            .set("steps", PostingJson.MAPPER.valueToTree(pointer.steps()));
    gone.set("reads", PostingJson.MAPPER.valueToTree(ReadValues.ofMarks(all)));
    return gone;
  }
}

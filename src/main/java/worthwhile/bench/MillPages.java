package worthwhile.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingJson;
import worthwhile.posting.UnitText;
import worthwhile.posting.bench.InventedPostings;

/** A form in which a platform shows its tasks. */
public enum MillPages {
  /** A page of cards for people. */
  HTML("text/html; charset=utf-8") {
    @Override
    String page(InventedPostings world, int first, int rows) {
      return IntStream.range(first, first + rows)
          .mapToObj(number -> card(world.posting(number, "mill")))
          .collect(Collectors.joining("", HEAD, rows == 0 ? NONE + FOOT : FOOT));
    }

    @Override
    String rules() {
      return """
        format: html
        rows: li.task
        empty: p.none
        blocked: ["#challenge"]
        fields:
          identifier: {attr: data-id}
          url: {css: a.title, attr: href}
          title: {css: a.title}
          description: {css: .text}
          hiringOrganization: {css: .by a}
          occupationalCategory: {css: .kind}
          baseSalary: {css: .pay, money: {currency: USD}, optional: true}
          timeRequired: {css: .time, optional: true}
          totalJobOpenings: {css: .left, optional: true}
          applicantLocationRequirements: {css: .where li, optional: true}
          datePosted: {css: time, attr: datetime}
      """;
    }
  },
  /** An interface for programs. */
  JSON("application/json") {
    @Override
    String page(InventedPostings world, int first, int rows) {
      return PostingJson.MAPPER.writeValueAsString(
          Map.of(
              "tasks",
              IntStream.range(first, first + rows)
                  .mapToObj(number -> object(world.posting(number, "mill")))
                  .toList()));
    }

    @Override
    String rules() {
      return """
        format: json
        rows: /tasks
        fields:
          identifier: {json: /id}
          url: {template: "https://mill.example/tasks/{identifier}"}
          title: {json: /title}
          description: {json: /text}
          hiringOrganization: {json: /by/name}
          occupationalCategory: {json: /kind}
          baseSalary: {json: /pay, money: {currency: USD}, optional: true}
          timeRequired: {json: /time, optional: true}
          totalJobOpenings: {json: /left, optional: true}
          applicantLocationRequirements: {json: /countries, optional: true}
          datePosted: {json: /posted}
      """;
    }
  };

  private static final String HEAD =
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tasks at Mill</title>
      <link rel="stylesheet" href="/style.css"></head><body><header><nav><a href="/">Mill</a>
      <a href="/how">How it works</a> <a href="/pay">Payment</a> <a href="/in">Sign in</a></nav>
      <form action="/search"><input name="q"><button>Search</button></form></header>
      <main><h1>Open tasks</h1><ul class="tasks">
      """;

  private static final String NONE = "</ul><p class=\"none\">No more tasks.</p><ul>";

  private static final String FOOT =
      """
      </ul></main><footer><p><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>
      </body></html>
      """;

  private final String type;

  MillPages(String type) {
    this.type = type;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** The page that shows these tasks of a world. */
  abstract String page(InventedPostings world, int first, int rows);

  /** How a definition reads it: format, rows and fields. */
  abstract String rules();

  private static String card(JobPosting task) {
    return """
    <li class="task" data-id="%s"><h2><a class="title" href="/tasks/%s">%s</a></h2>
    <p class="by">by <a href="/requesters">%s</a></p><p class="kind">%s</p>
    <div class="text"><p>%s</p></div><dl>%s</dl><ul class="where">%s</ul>
    <p>Posted <time datetime="%s">some time ago</time></p></li>
    """
        .formatted(
            task.identifier(),
            task.identifier(),
            task.title(),
            requester(task),
            task.occupationalCategory(),
            task.description(),
            details(task),
            task.applicantLocationRequirements().stream()
                .map("<li>%s</li>"::formatted)
                .collect(Collectors.joining()),
            task.datePosted());
  }

  private static String details(JobPosting task) {
    StringBuilder all = new StringBuilder();
    if (task.baseSalary() != null)
      all.append("<dt>Pay<dd class=\"pay\">").append(pay(task.baseSalary()));
    if (task.timeRequired() != null)
      all.append("<dt>Time<dd class=\"time\">").append(task.timeRequired().toMinutes() + " min");
    if (task.totalJobOpenings() != null)
      all.append("<dt>Left<dd class=\"left\">").append(task.totalJobOpenings());
    return all.toString();
  }

  private static String requester(JobPosting task) {
    return task.hiringOrganization() == null
        ? ""
        : String.valueOf(task.hiringOrganization().name());
  }

  private static String pay(MonetaryAmount pay) {
    return "$" + pay.minValue() + (pay.unitText() == UnitText.HOUR ? " per hour" : " per task");
  }

  private static Map<String, Object> object(JobPosting task) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", task.identifier());
    all.put("title", task.title());
    all.put("text", "<p>" + task.description() + "</p>");
    all.put("by", Map.of("name", requester(task)));
    all.put("kind", task.occupationalCategory());
    if (task.baseSalary() != null) all.put("pay", pay(task.baseSalary()));
    if (task.timeRequired() != null) all.put("time", task.timeRequired().toMinutes() + " minutes");
    if (task.totalJobOpenings() != null) all.put("left", task.totalJobOpenings());
    all.put("countries", task.applicantLocationRequirements());
    all.put("posted", String.valueOf(task.datePosted()));
    return all;
  }
}

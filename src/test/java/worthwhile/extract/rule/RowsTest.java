package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.extract.Pages;
import worthwhile.fetch.ParsedPage;
import worthwhile.source.Css;
import worthwhile.source.SourceDefinition;

/** What looking for rows comes to: rows, proof that there are none, or neither. */
class RowsTest {
  private static final String FIELDS = "\nfields: {identifier: {value: a}, title: {value: a}}\n";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String XML = "application/rss+xml";

  private static SourcePage page(SourceDefinition source, String type, String body) {
    return new SourcePage(source, ParsedPage.of(Pages.answer(type, body)));
  }

  private static Rows.Found find(String listing, String type, String body) {
    SourceDefinition source = Pages.source(listing + FIELDS);
    return Rows.in(page(source, type, body), source.listing().shapes().getFirst());
  }

  /** How many rows, or what else. */
  private static String in(String listing, String type, String body) {
    return switch (find(listing, type, body.replace('\'', '"'))) {
      case Rows.Some(List<PageRow> rows) -> String.valueOf(rows.size());
      case Rows.Nothing _ -> "nothing";
      case Rows.NoList _ -> "no list";
      case Rows.OtherFormat(String reason) -> reason;
      case Rows.Broken _ -> "broken";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/jobs   | {'jobs':[{'a':1},{'a':2},null]} | 2",
        "/jobs   | {'jobs':[]} | nothing",
        "/jobs   | {'jobs':[null]} | nothing",
        "/jobs   | {'jobs':{'a':1}} | 1",
        "/jobs   | {'jobs':{}} | no list",
        "/jobs   | {'jobs':7} | no list",
        "/jobs   | {'other':[]} | no list",
        "/jobs/* | {'jobs':{'a':{'x':1},'b':{'x':2},'c':{}}} | 2",
        "/jobs/* | {'jobs':{'a':[{'x':1},{'x':2}],'b':[]}} | 2",
        "/jobs/* | {'jobs':{'a':{'x':1},'b':[7,8]}} | 1",
        "/jobs/* | {'jobs':{'a':[],'b':[]}} | nothing",
        "/jobs/* | {'jobs':{'a':{},'b':null,'c':' '}} | nothing",
        "/jobs/* | {'jobs':{'a':{},'b':'x'}} | no list",
        "/jobs/* | {'jobs':{'a':7}} | no list",
        "/jobs/* | {'jobs':{}} | nothing",
        "/jobs/* | {'jobs':[]} | nothing",
        "/jobs/* | {'jobs':[{'x':1}]} | 1",
        "/jobs/*/list | {'jobs':[{'list':[1,2]},{'list':[3]}]} | 3",
        "/jobs/*/list | {'jobs':[]} | nothing",
        "/jobs/*/list | {'jobs':[{'x':1}]} | no list",
        "/jobs/*/list | {'other':[]} | no list",
        "/jobs   | {'jobs':[ | broken",
        "/jobs   | <html><body>x | HTML where JSON was due",
        "/jobs   | `` | nothing where JSON was due"
      })
  void rowsOfJsonStandWhereTheirPointerPoints(String pointer, String body, String found) {
    assertThat(in("rows: " + pointer, body.startsWith("<") ? HTML : JSON, body)).isEqualTo(found);
  }

  @Test
  void rowsThatAreValuesOfAnObjectHaveItsNames() {
    Rows.Found found = find("rows: /jobs/*", JSON, "{\"jobs\":{\"a\":{\"x\":1},\"b\":{\"x\":2}}}");
    assertThat(((Rows.Some) found).rows())
        .extracting(PageRow::key)
        .containsExactly(Optional.of("a"), Optional.of("b"));
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "2, 1", "3, nothing", "4, nothing"})
  void leadingRowsAreSkipped(int skipped, String found) {
    assertThat(
            in(
                "rows: tr\nformat: html\nskip-rows: " + skipped,
                HTML,
                "<html><table><tr><tr><tr></table>"))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<rss><channel><item/><item/></channel></rss> | 2",
        "<rss><channel><title>a</title></channel></rss> | nothing",
        "<rss><channel><title>a</title><job/></channel></rss> | no list",
        "<rss><channel/><job/></rss> | no list",
        "<rss><channel/><title>a</title></rss> | nothing",
        "<rss><title>a</title></rss> | no list",
        "<rss><channel><atom:link/><sy:updatePeriod/></channel></rss> | nothing",
        "<rss><channel><atom:job/></channel></rss> | no list",
        "<rss><channel><my:title/></channel></rss> | no list",
        "<rss><channel><media:entry/></channel></rss> | no list",
        "<rss><channel><items><li/></items></channel></rss> | no list",
        "<rss><channel><items></items></channel></rss> | nothing",
        "<feed><id>a</id><updated>b</updated></feed> | nothing",
        "<feed><id>a</id><job/></feed> | no list",
        "<jobs><title>a</title></jobs> | no list",
        "<rss><channel><item> | broken",
        "<html><body>x | HTML where XML was due"
      })
  void anEmptyFeedSaysNothingButWhatAFeedSaysOfItself(String body, String found) {
    assertThat(in("format: xml\nrows: item", body.startsWith("<html") ? HTML : XML, body))
        .isEqualTo(found);
  }

  @Test
  void anEntryThatHoldsTheNextOneWasNotClosed() {
    String body = "<rss><channel><item><item/></item><item/></channel></rss>";
    List<PageRow> rows = ((Rows.Some) find("format: xml\nrows: item", XML, body)).rows();
    assertThat(rows).extracting(row -> row.fault().isPresent()).containsExactly(true, false, false);
    String page = "<html><div class=a><div class=a></div></div>";
    List<PageRow> answers = ((Rows.Some) find("format: html\nrows: .a", HTML, page)).rows();
    assertThat(answers).extracting(row -> row.fault().isPresent()).containsExactly(false, false);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "13, broken"})
  void rowsNestTwelveDeepAtMost(int deep, String found) {
    assertThat(in("format: html\nrows: .a", HTML, "<html>" + "<div class=a>".repeat(deep)))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html><script id=d>{'jobs':[{'a':1}]}</script> | 1",
        "<html><script id=d>{'jobs':[]}</script> | nothing",
        "<html><script id=d>{'jobs':[</script> | broken",
        "<html><script id=e>{'jobs':[]}</script> | no list",
        "{'jobs':[]} | JSON where HTML was due"
      })
  void jsonStandsInAnElement(String body, String found) {
    assertThat(in("embedded: {css: '#d'}\nrows: /jobs", body.startsWith("{") ? JSON : HTML, body))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html><script>var jobs = {'jobs':[{'a':1}]};</script> | 1",
        "<html><script>var other = 7;</script> | no list"
      })
  void jsonStandsInTheTextOfAPage(String body, String found) {
    assertThat(in("embedded: {regex: 'var jobs = (.*?);'}\nrows: /jobs", HTML, body))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html><script type=application/ld+json>{'@type':'JobPosting'}</script> | 1",
        "<html><script type=application/ld+json>{'@type':'Event'}</script> | no list",
        "<html><script type=application/ld+json>{'@type':</script> | broken",
        "[{'@type':'JobPosting'},{'@type':'JobPosting'}] | 2",
        "[] | nothing",
        "{} | no list",
        "plain | plain text where JSON-LD was due"
      })
  void linkedDataIsFoundInPagesAndAlone(String body, String found) {
    String type = body.startsWith("<") ? HTML : body.startsWith("p") ? "text/plain" : JSON;
    assertThat(in("format: json-ld\ntype: JobPosting", type, body)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><p itemscope itemtype=JobPosting></p> | 1",
        "<html><p itemscope itemtype=Event></p> | no list",
        "{} | JSON where HTML was due"
      })
  void microdataStandsInPagesAlone(String body, String found) {
    assertThat(in("format: microdata\ntype: JobPosting", body.startsWith("{") ? JSON : HTML, body))
        .isEqualTo(found);
  }

  private static SourcePage page(String type, String body) {
    return page(Pages.source("rows: /" + FIELDS), type, body);
  }

  @Test
  void addressesAreRelativeToWhatThePageSays() {
    URI address = URI.create("https://mill.example/tasks");
    assertThat(page(HTML, "<html><base href='/a/'>").base())
        .isEqualTo(URI.create("https://mill.example/a/"));
    assertThat(page(HTML, "<html><base target=_top><base href='mailto:a@b'>").base())
        .isEqualTo(address);
    assertThat(page(JSON, "{\"a\": \"<base href='/a/'>\"}").base()).isEqualTo(address);
    SourcePage feed =
        page(XML, "<feed xml:base='/a/'><entry xml:base='b/'><id/></entry><id/></feed>");
    assertThat(feed.base(feed.document().selectFirst("entry > id")))
        .isEqualTo(URI.create("https://mill.example/a/b/"));
    assertThat(feed.base(feed.document().select("id").last()))
        .isEqualTo(URI.create("https://mill.example/a/"));
  }

  @Test
  void idsAndClassesOfAPageAreKnownWhateverTheirCase() {
    SourcePage page = page(HTML, "<html><p ID=Top class=' One\tTWO '><b class=three>x</b></p>");
    for (String selector : List.of("#Top", ".One", ".TWO", ".three", "p", "#Top .three"))
      assertThat(page.first(css(selector))).as(selector).isPresent();
    for (String selector : List.of("#bottom", ".four", "i"))
      assertThat(page.all(css(selector))).as(selector).isEmpty();
  }

  private static Css css(String selector) {
    return new Css(selector);
  }

  @Test
  void whatIsOddIsNotedOnce() {
    SourcePage page = page(JSON, "{}");
    page.note("odd");
    page.note("odd");
    assertThat(page.notes()).containsOnlyOnce("odd");
  }
}

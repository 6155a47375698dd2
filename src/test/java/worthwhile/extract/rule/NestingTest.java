package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import worthwhile.posting.PostingJson;

/** What rows are read from: elements in elements, scalars of JSON, links, objects in markup. */
class NestingTest {
  private static final URI BASE = URI.create("https://board.example/jobs");

  private static List<Element> found(String html) {
    return Jsoup.parse(html).select("b");
  }

  private static List<String> ids(Iterable<Element> elements) {
    List<String> ids = new ArrayList<>();
    for (Element element : elements) ids.add(element.id());
    ids.sort(null);
    return ids;
  }

  @Test
  void thoseWithinWhichAnotherStandsAreAround() {
    String html = "<b id=a><i><b id=b><b id=c></b></b></i><b id=d></b></b><i><b id=e></b></i>";
    assertThat(ids(Nesting.around(found(html)))).containsExactly("a", "b");
    assertThat(Nesting.around(List.of())).isEmpty();
  }

  @Test
  void thoseThatStandTooDeepAreLeftOut() {
    String html = "<b id=a><i><b id=b><b id=c></b></b></i><b id=d></b></b><b id=e></b>";
    assertThat(ids(Nesting.upTo(1, found(html)))).containsExactly("a", "e");
    assertThat(ids(Nesting.upTo(2, found(html)))).containsExactly("a", "b", "d", "e");
    assertThat(ids(Nesting.upTo(3, found(html)))).hasSize(5);
    assertThat(ids(Nesting.upTo(2, found("<b id=a><b id=b><b id=c></b></b></b>"))))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'\"a\"', a",
        "true, true",
        "false, false",
        "1.50, 1.50",
        "1E+3, 1000",
        "1e-3, 0.001",
        "null, -",
        "[], -",
        "{}, -",
        "'\"NaN\"', NaN"
      })
  void scalarsAreTextAndNumbersPlain(String json, String text) {
    assertThat(JsonText.of(PostingJson.MAPPER.readTree(json))).isEqualTo(Optional.ofNullable(text));
  }

  @Test
  void anEndlessNumberKeepsItsExponentAndWhatCountsNothingIsNone() {
    JsonNodeFactory make = JsonNodeFactory.instance;
    assertThat(JsonText.of(make.numberNode(new BigDecimal("1E+59"))))
        .contains("1" + "0".repeat(59));
    assertThat(JsonText.of(make.numberNode(new BigDecimal("1E+60")))).contains("1E+60");
    assertThat(JsonText.of(make.numberNode(new BigDecimal("1E-60")))).contains("1E-60");
    assertThat(JsonText.of(make.numberNode(Double.NaN))).isEmpty();
    assertThat(JsonText.of(make.numberNode(Double.NEGATIVE_INFINITY))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/a?s=0123456789abcdef0123456789abcdef&id=1, /a?id=1",
        "/a?id=1&sid=0123456789abcdef0123456789abcdef, /a?id=1",
        "/a?sid=0123456789abcdef0123456789abcdef#top, /a#top",
        "/a?id=1;PHPSESSID=0123456789abcdefghij, /a?id=1",
        "/a?phpsessid=0123456789abcdefghi, /a?phpsessid=0123456789abcdefghi",
        "/a?s=0123456789abcdef0123456789abcde, /a?s=0123456789abcdef0123456789abcde",
        "/a?, /a?",
        "#top, -",
        "'  ', -",
        "mailto:a@b.example, -"
      })
  void linksLoseTheNumberOfTheVisit(String link, String kept) {
    assertThat(Links.absolute(BASE, link))
        .isEqualTo(Optional.ofNullable(kept).map("https://board.example"::concat));
  }

  private static String microdata(String html) {
    Document document = Jsoup.parse(html);
    JsonNode list = PostingJson.MAPPER.valueToTree(Microdata.in(document, List.of("JobPosting")));
    return list.toString().replace('"', '\'');
  }

  private static final String SCOPE = "<div itemscope itemtype='https://schema.org/JobPosting'>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<b itemprop=title>Sort</b> | 'title':'Sort'",
        "<b itemprop=title>Sort</b><b itemprop=title>B</b><b itemprop=title>C</b> | 'title':['Sort','B','C']",
        "<b itemprop='title name'>a</b> | 'title':'a','name':'a'",
        "<b itemprop='https://schema.org/title'>a</b> | 'title':'a'",
        "<meta itemprop=title content=a> | 'title':'a'",
        "<time itemprop=datePosted datetime=2026>x</time> | 'datePosted':'2026'",
        "<time itemprop=datePosted content=2025>x</time> | 'datePosted':'2025'",
        "<time itemprop=datePosted>x</time> | 'datePosted':'x'",
        "<a itemprop=url href=/a content=/b>x</a> | 'url':'/b'",
        "<a itemprop=url href=/a>x</a> | 'url':'/a'",
        "<img itemprop=image src=/i> | 'image':'/i'",
        "<data itemprop=n value=7>x</data> | 'n':'7'",
        "<span itemprop=n content=7>x</span> | 'n':'7'",
        "<div><p itemprop=title><b>a</b></p></div> | 'title':'<b>a</b>'",
        "<div itemprop=by itemscope itemtype='x/Org'><b itemprop=name>M</b></div><b itemprop=title>a</b>"
            + " | 'by':{'@type':'Org','name':'M'},'title':'a'",
        "<div itemscope><b itemprop=name>M</b></div><b itemprop=title>a</b> | 'title':'a'"
      })
  void propertiesOfAnObjectAreReadFromItsElements(String inside, String json) {
    assertThat(microdata(SCOPE + inside + "</div>"))
        .isEqualTo("[{'@type':'JobPosting'," + json + "}]");
  }

  @Test
  void partsMayStandElsewhereAndInACircle() {
    assertThat(
            microdata(
                "<p id=a><b itemprop=title>Sort</b></p><p id=b><b itemprop=name>x</b></p>"
                    + SCOPE.replace(">", " itemref='a none a'>")
                    + "</div>"))
        .isEqualTo("[{'@type':'JobPosting','title':'Sort'}]");
    String inside =
        "<div itemscope itemtype=JobPosting itemref=a><p id=a><b itemprop=title>Sort</b></p></div>";
    assertThat(microdata(inside)).as("no part twice").contains("'title':'Sort'");
    String circle =
        "<div id=x itemscope itemtype=JobPosting itemref=y></div>"
            + "<div id=y itemprop=by itemscope itemref=x></div>";
    assertThat(microdata(circle)).isEqualTo("[{'@type':'JobPosting','by':{}}]");
  }

  @Test
  void objectsAreReadTwelveDeep() {
    String html =
        SCOPE
            + "<div itemprop=in itemscope>".repeat(13)
            + "<b itemprop=title>a</b>"
            + "</div>".repeat(14);
    assertThat(microdata(html).split("'in'", -1)).as("as many and the rest").hasSize(13);
    String less = html.replaceFirst("<div itemprop=in itemscope>", "").replaceFirst("</div>$", "");
    assertThat(microdata(less).split("'in'", -1)).hasSize(13);
    assertThat(microdata(less)).doesNotContain("title");
    String least = less.replaceFirst("<div itemprop=in itemscope>", "").replaceFirst("</div>$", "");
    assertThat(microdata(least)).contains("'title':'a'");
  }

  @Test
  void whereThereIsNoMicrodataTheOtherSpellingIsRead() {
    assertThat(
            microdata(
                "<div typeof='schema:JobPosting Thing'><b property='schema:title'>a</b>"
                    + "<i property=by typeof=Org><b property=name>M</b></i></div>"))
        .isEqualTo("[{'@type':'JobPosting','title':'a','by':{'@type':'Org','name':'M'}}]");
    assertThat(microdata("<div itemscope itemtype=Event></div>")).isEqualTo("[]");
  }
}

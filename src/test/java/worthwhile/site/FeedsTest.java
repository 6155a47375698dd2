package worthwhile.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import worthwhile.site.view.AtomXml;

/** A search as a feed. */
class FeedsTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static Document atom(String query) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var answer = fixture.get("/api/v1/postings/feed.atom" + query);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
  }

  @Test
  void atomHoldsTheSearch() throws Exception {
    Document feed = atom("?q=breakfast&platform=kleinarbeit");

    assertThat(feed.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Worthwhile: “breakfast”, Kleinarbeit");
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(10);
    Element entry = (Element) feed.getElementsByTagName("entry").item(0);
    for (String name : new String[] {"id", "title", "updated", "author", "content"})
      assertThat(entry.getElementsByTagName(name).getLength()).as(name).isEqualTo(1);
  }

  @Test
  void atomSurvivesHostileText() throws Exception {
    Document feed = atom("?q=malice");

    assertThat(
            ((Element) feed.getElementsByTagName("entry").item(0))
                .getElementsByTagName("title")
                .item(0)
                .getTextContent())
        .startsWith("<script>alert(1)</script>");
    assertThat(AtomXml.clean("a\u0000b\u001b\ud800c\t\uffff😀")).isEqualTo("abc\t😀");
  }

  @Test
  void jsonFeedHoldsTheSearch() {
    JsonNode feed = fixture.json("/api/v1/postings/feed.json?q=batch%2031");
    JsonNode item = feed.at("/items/0");

    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("home_page_url").asString())
        .isEqualTo(fixture.site.url() + "/?q=batch+31");
    assertThat(item.path("url").asString())
        .isEqualTo(fixture.site.url() + "/tasks/kleinarbeit:task-31");
    assertThat(item.path("external_url").asString())
        .isEqualTo("https://kleinarbeit.example/tasks/31");
    assertThat(item.path("content_text").asString())
        .startsWith("Pays $8.25 per task; about $82.50/h as stated.");
  }

  @Test
  void newestComesFirstWhateverTheWordsAndTheOrderOfTheList() {
    String newest = first("/api/v1/postings/feed.json?q=batch%20quality&sort=newest");

    assertThat(first("/api/v1/postings/feed.json?q=batch%20quality")).isEqualTo(newest);
    assertThat(first("/api/v1/postings/feed.json?q=batch%20quality&sort=reward"))
        .isNotEqualTo(newest);
    assertThat(fixture.get("/?q=batch%20quality&sort=reward").body())
        .contains("feed.json?q=batch+quality&amp;kind=micro-task\"");
  }

  private static String first(String feed) {
    return fixture.json(feed).at("/items/0/id").asString();
  }

  @Test
  void idsDoNotHangOnTheAddressThatTheFeedWasAskedFor() throws IOException {
    List<String> ids = ids("127.0.0.1");
    assertThat(ids).hasSize(21).contains("urn:worthwhile:tasks/kleinarbeit:task-1");
    assertThat(ids("localhost")).isEqualTo(ids);
  }

  private static List<String> ids(String host) throws IOException {
    try (var socket = new Socket("127.0.0.1", fixture.site.port())) {
      String request =
          "GET /api/v1/postings/feed.atom?q=batch HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(host, fixture.site.port()).getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Pattern.compile("<id>(.*?)</id>")
          .matcher(answer)
          .results()
          .map(m -> m.group(1))
          .toList();
    }
  }

  @Test
  void badParametersAreTold() {
    assertThat(fixture.get("/api/v1/postings/feed.atom?colour=red").statusCode()).isEqualTo(400);
    assertThat(fixture.get("/api/v1/postings/feed.json?size=0").statusCode()).isEqualTo(400);
  }
}

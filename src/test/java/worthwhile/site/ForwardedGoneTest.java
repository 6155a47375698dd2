package worthwhile.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Role;
import worthwhile.posting.PostingJson;
import worthwhile.store.TestDatabase;

/** A task's own page says that it is gone: for whoever sees that, and for others by two. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ForwardedGoneTest extends ForwardingBrowsers {
  private static final String GROUP = "3INVENTEDGROUP0000000000000001";

  private JsonNode mturk(Browser browser, String url, String file, int status) {
    ObjectNode page =
        page(body("mturk/fixtures/mturk/" + file))
            .put("url", "https://worker.mturk.com/projects" + url)
            .put("status", status);
    HttpResponse<String> answer =
        fixture.post("/api/v1/companion/mturk", page.toString().getBytes(UTF_8), browser.headers());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private boolean isGone(Browser browser) {
    return mturk(browser, "/" + GROUP + "/tasks", "gone.json", 422).path("closed").asBoolean();
  }

  private String state() {
    return fixture.json("/api/v1/postings/mturk:" + GROUP).path("state").asString();
  }

  @Test
  void whatOneAloneSeesIsGoneForHerWhenSheSaysSo() {
    Browser ada = aged("ada");
    mturk(ada, "?format=json", "listing.json", 200);
    assertThat(fixture.get("/tasks/mturk:" + GROUP, ada.headers()).statusCode()).isEqualTo(200);
    assertThat(isGone(ada)).isTrue();
    assertThat(fixture.get("/tasks/mturk:" + GROUP, ada.headers()).statusCode()).isEqualTo(404);
  }

  @Test
  void oneAccountClosesNothingAndOpensNothing() {
    Browser root = browser("root", Role.OPERATOR);
    Browser ada = browser("ada");
    Browser ben = aged("ben");
    Browser eve = browser("eve");
    Browser fay = browser("fay");
    mturk(root, "?format=json", "listing.json", 200);
    assertThat(isGone(ada)).isFalse();
    assertThat(isGone(eve)).isFalse();
    assertThat(isGone(fay)).isFalse();
    assertThat(state()).isEqualTo("open");
    mturk(eve, "?format=json", "listing.json", 200);
    assertThat(isGone(ben)).isTrue();
    assertThat(state()).isEqualTo("closed");
    mturk(fay, "?format=json", "listing.json", 200);
    assertThat(state()).as("a young account opens nothing").isEqualTo("closed");
    String own = fixture.get("/api/v1/postings/mturk:" + GROUP, fay.headers()).body();
    assertThat(PostingJson.MAPPER.readTree(own).path("seenOnlyByYou").asBoolean()).isTrue();
  }
}

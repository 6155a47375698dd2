package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.flow.Batch;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;

/** What a saved search came to: told, opened from a message, gone before, and what follows. */
class SearchFiguresSiteTest {
  private static final String CALL = "/api/v1/saved-searches";
  private static final String FIRST = "00000000-0000-0000-0000-000000000001";

  @TempDir private Path folder;
  private SiteFixture fixture;
  private String id;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder);
    String made =
        fixture
            .post(
                CALL,
                "{\"name\":\"All\",\"rhythm\":\"digest\",\"channels\":[{\"type\":\"feed\"}]}"
                    .getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json")
            .body();
    id = worthwhile.posting.PostingJson.MAPPER.readTree(made).path("id").asString();
    fixture.add(List.of(offer(1), offer(2), offer(3)));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static Posting offer(int number) {
    return FlatPosting.of(TestPostings.plain(number)).title("Offer " + number).build();
  }

  private void told(String delivery, Delivery.State state, Instant done, int... postings) {
    SavedSearch search =
        fixture.store.alerts(alerts -> alerts.searches().byIds(List.of(id))).get(id);
    List<Delivery.Item> items =
        java.util.Arrays.stream(postings)
            .mapToObj(
                n ->
                    new Delivery.Item(
                        offer(n).id(), List.of(id), 1, Optional.empty(), Optional.empty()))
            .toList();
    fixture.store.changeAlerts(
        alerts -> {
          alerts
              .deliveries()
              .add(
                  List.of(
                      new Delivery(
                          delivery,
                          search.account(),
                          search.channels().getFirst(),
                          AlertReason.NEW,
                          state,
                          state == Delivery.State.SENT
                              ? Optional.empty()
                              : Optional.of(Reason.of("alert-gone")),
                          items,
                          done,
                          done,
                          1,
                          Optional.empty(),
                          done,
                          Optional.of(done))));
          return 1;
        });
  }

  private JsonNode figures() {
    return fixture.json(CALL + "/" + id).path("figures");
  }

  @Test
  void whatWasToldOpenedAndGoneIsCounted() {
    Instant sent = TestPostings.NOW.minus(Duration.ofMinutes(10));
    told(FIRST, Delivery.State.SENT, sent, 1, 2);
    told("00000000-0000-0000-0000-000000000002", Delivery.State.GONE, sent, 3);
    assertThat(figures().path("fired").asInt()).isEqualTo(3);
    assertThat(figures().path("goneBefore").asInt()).isEqualTo(1);
    assertThat(figures().path("reached").asInt()).isZero();

    fixture.get("/tasks/" + offer(1).id() + "?m=" + FIRST);
    fixture.get("/tasks/" + offer(1).id() + "?m=" + FIRST);
    fixture.get("/tasks/" + offer(3).id() + "?m=" + FIRST);
    fixture.get("/tasks/" + offer(2).id() + "?m=00000000-0000-0000-0000-00000000000f");
    fixture.get("/tasks/" + offer(2).id() + "?m='--");
    assertThat(figures().path("reached").asInt())
        .as("once, of what that message told, and of a message that there is")
        .isEqualTo(1);

    fixture.tail.take(
        new Batch.Gone(
            "kleinarbeit",
            TestPostings.NOW,
            _ -> {
              Posting before = fixture.store.postings().byId(offer(2).id()).orElseThrow();
              Posting closed =
                  before.with(before.standing().toBuilder().state(PostingState.CLOSED).build());
              return List.of(new Change.Closed(closed, before));
            }));
    assertThat(figures().path("goneWithinSeconds").asInt()).isEqualTo(600);
    assertThat(figures().path("advice").asString()).isEqualTo("at-once");
    String page = Jsoup.parse(fixture.get("/alerts/" + id).body()).text();
    assertThat(page)
        .contains("3 tasks matched, 1 opened from a message, 1 gone before the message went")
        .contains("gone after 10 min")
        .contains("be told at once");
  }
}

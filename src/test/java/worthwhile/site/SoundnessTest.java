package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.flow.Condition;
import worthwhile.flow.Finding;
import worthwhile.flow.Indexer;
import worthwhile.flow.Noise;
import worthwhile.search.PostingIndex;
import worthwhile.store.sql.Folders;

/** What is damaged, full or not yet indexed is said where operators and readers look. */
class SoundnessTest {
  @TempDir private Path folder;

  @Test
  void aDamagedDatabaseIsNotReadyAndSearchesGoOn() throws Exception {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      assertThat(status(fixture)).contains("Database not checked since the start");
      fixture.condition.look();
      assertThat(status(fixture)).contains("Database nothing wrong with it");
      assertReady(fixture, 200, "ready");
    }
    Noise.overTable(folder.resolve("site.db"), "posting");
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      assertReady(fixture, 200, "ready");
      fixture.condition.look();
      assertReady(fixture, 503, "database-damaged");
      assertThat(fixture.get("/?q=breakfast").body()).contains("habits");
      assertThat(fixture.condition.database())
          .isInstanceOfSatisfying(
              Finding.Damaged.class,
              found -> assertThat(found.message()).contains("site.db").contains("restore FILE"));
    }
  }

  @Test
  void anIndexThatFailsItsChecksumsIsBuiltAnewAndServesMeanwhile() throws Exception {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      fixture.index.flush();
      Noise.intoSegments(folder.resolve("index"));
      Indexer busy = fixture.indexer;
      CompletableFuture<Boolean> looked;
      synchronized (busy) { // Only one builds at a time: the check waits for us.
        looked = CompletableFuture.supplyAsync(fixture.condition::look);
        await().until(() -> fixture.condition.index() instanceof Finding.Damaged);
        assertReady(fixture, 503, "index-damaged");
        assertThat(status(fixture)).contains("Index The index failed its checksums");
        assertThat(fixture.get("/about/crawler").statusCode()).isEqualTo(200);
      }
      assertThat(looked.get()).isTrue();
      assertReady(fixture, 200, "ready");
      assertThat(fixture.index.damage()).isEmpty();
      assertThat(fixture.json("/api/v1/postings?q=breakfast").path("total").asInt()).isPositive();
    }
  }

  @Test
  void pagesAndReadyDoNotWaitForTheCheck() throws Exception {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      CompletableFuture<Void> hold = new CompletableFuture<>();
      PostingIndex slow =
          (PostingIndex)
              java.lang.reflect.Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {PostingIndex.class},
                  (_, method, arguments) -> {
                    if (method.getName().equals("damage")) hold.join();
                    return method.invoke(fixture.index, arguments);
                  });
      Condition condition =
          new Condition(
              fixture.store, slow, fixture.indexer, () -> Long.MAX_VALUE, SiteFixture.CLOCK);
      var looked = CompletableFuture.supplyAsync(condition::look);
      await().until(() -> condition.index() instanceof Finding.Checking);
      try (SiteFixture beside = new SiteFixture(fixture, condition)) {
        assertThat(status(beside)).contains("Index being checked");
        assertThat(beside.get("/health/ready").statusCode()).isEqualTo(200);
        hold.complete(null);
        assertThat(looked.get()).isTrue();
        assertThat(status(beside)).contains("Index nothing wrong with it");
      }
    }
  }

  @Test
  void anotherFileInThePlaceOfTheDatabaseIsNoticed() throws IOException {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      Path file = folder.resolve("site.db");
      Files.move(file, folder.resolve("away.db"));
      assertReady(fixture, 503, "database-exchanged");
      Files.createFile(file);
      assertReady(fixture, 503, "database-exchanged");
      Files.move(folder.resolve("away.db"), file, StandardCopyOption.REPLACE_EXISTING);
      assertReady(fixture, 200, "ready");
    }
  }

  @Test
  void aFullDiskIsNotReady() {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      fixture.room = Condition.LEAST_ROOM - 1;
      assertReady(fixture, 503, "disk-full");
      assertThat(status(fixture)).contains("Disk Hardly any room");
      fixture.room = Condition.LEAST_ROOM;
      assertReady(fixture, 200, "ready");
    }
  }

  @Test
  void anEmptiedIndexSaysThatItIsBeingFilled() {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      assertThat(fixture.get("/").body()).doesNotContain("being filled");
      assertThat(fixture.json("/api/v1/postings").has("catchingUp")).isFalse();
    }
    Folders.delete(folder.resolve("index"));
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      assertThat(fixture.json("/api/v1/postings").path("catchingUp").asBoolean()).isTrue();
      assertThat(Jsoup.parse(fixture.get("/").body()).select("[role=status]").text())
          .contains("The index is being filled");
      fixture.indexer.catchUp();
      assertThat(fixture.json("/api/v1/postings").has("catchingUp")).isFalse();
      assertThat(fixture.json("/api/v1/postings").path("total").asInt()).isEqualTo(60);
    }
  }

  private static String status(SiteFixture fixture) {
    return Jsoup.parse(fixture.get("/status").body()).text();
  }

  private static void assertReady(SiteFixture fixture, int status, String word) {
    var answer = fixture.get("/health/ready");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"status\":\"" + word + "\"");
  }
}

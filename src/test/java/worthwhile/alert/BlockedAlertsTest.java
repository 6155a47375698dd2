package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.store.TestDatabase;

/** Of requesters that are blocked nobody is told. */
class BlockedAlertsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsBlockedIsNotToldOf(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      RequesterId stone = RequesterId.named("mill", "Stone Lab");
      scene.come(task("1"));
      scene.match();
      scene.block(stone);
      scene.come(task("2"), task("3").hiringOrganization(Organization.named("Other Lab")));
      scene.run();
      assertThat(scene.told()).as("also what waited already").containsExactly("mill:3");
      assertThat(scene.ledger(search))
          .containsExactly(
              "mill:1 out alert-blocked", "mill:2 held alert-blocked", "mill:3 sent new");
      scene.unblock(stone);
      scene.come(task("4"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:3", "mill:4");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneAccountsBlockIsNoneOfAnothers(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      RequesterId stone = RequesterId.named("mill", "Stone Lab");
      scene.store.changeAlerts(
          alerts -> {
            alerts.blocked().block("berta", stone, AlertScene.NOW);
            alerts.blocked().block("berta", RequesterId.identified("mill", "b"), AlertScene.NOW);
            alerts.blocked().block("berta", stone, AlertScene.NOW.plusSeconds(1));
            return stone;
          });
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.store.<List<RequesterId>>alerts(alerts -> alerts.blocked().of("berta")))
          .as("blocked again is blocked last")
          .containsExactly(RequesterId.identified("mill", "b"), stone);
      scene.store.changeAlerts(
          alerts -> {
            alerts.blocked().clear("berta");
            return stone;
          });
      assertThat(scene.store.<List<RequesterId>>alerts(alerts -> alerts.blocked().of("berta")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesThatOneReleaseLeftOutAreCarriedOverOrReported(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1"));
      SavedSearch known = scene.save(wanted(SHAPES, hook("a")));
      SavedSearch unknown = scene.save(wanted(SHAPES, hook("b")));
      leavesOut(scene, known, "STONE  lab");
      leavesOut(scene, unknown, "Stone Lab", "Nobody: Ltd");
      scene.come(task("2"), task("3").hiringOrganization(Organization.named("Other Lab")));
      scene.restart();
      scene.run();
      assertThat(scene.told()).containsExactly("mill:3");
      SavedSearch carried = scene.searches.of(AlertScene.ANNA, known.id()).orElseThrow();
      assertThat(carried.query())
          .isEqualTo(
              Map.of(
                  "q",
                  SHAPES.get("q"),
                  BlockedRequesters.PARAMETER,
                  List.of("mill:name:stone lab")));
      assertThat(carried.trouble()).isEmpty();
      SavedSearch broken = scene.searches.of(AlertScene.ANNA, unknown.id()).orElseThrow();
      assertThat(broken.query().get(BlockedRequesters.FORMER)).hasSize(2);
      assertThat(broken.trouble())
          .hasValueSatisfying(why -> assertThat(why).contains("no longer by name"));
    }
  }

  private static void leavesOut(AlertScene scene, SavedSearch search, String... names) {
    Map<String, List<String>> query = new LinkedHashMap<>(search.query());
    query.put(BlockedRequesters.FORMER, List.of(names));
    SavedSearch former = SavedSearchBuilder.builder(search).query(query).build();
    scene.store.changeAlerts(alerts -> alerts.searches().replace(former));
  }
}

package worthwhile.source.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.source.Access;
import worthwhile.source.Css;

class KeptFileTest {
  private static final All ALL =
      new All(
          "ä 日本 🐘",
          new BigDecimal("1.10"),
          Duration.ofSeconds(90),
          LocalDate.of(2026, 11, 30),
          ZoneId.of("Europe/Berlin"),
          Locale.forLanguageTag("pt-BR"),
          Pattern.compile("a+|b", Pattern.CASE_INSENSITIVE),
          new Css("^.a > b"),
          true,
          Optional.of(false),
          Integer.MIN_VALUE,
          Long.MAX_VALUE,
          OptionalInt.of(0),
          Optional.empty(),
          Access.SESSION,
          List.of("x", "", "x"),
          Set.of(7),
          Map.of("k", List.of(new Leaf("v"))),
          new Branch(List.of(new Leaf("v"), new Branch(List.of()))));

  @TempDir Path folder;
  private KeptFile kept;

  private record All(
      String text,
      BigDecimal sum,
      Duration time,
      LocalDate day,
      ZoneId zone,
      Locale locale,
      Pattern pattern,
      Css css,
      boolean yes,
      Optional<Boolean> perhaps,
      int least,
      long most,
      OptionalInt number,
      Optional<String> nothing,
      Access access,
      List<String> many,
      Set<Integer> some,
      Map<String, List<Leaf>> named,
      Tree tree) {}

  private sealed interface Tree {}

  private record Leaf(String name) implements Tree {}

  private record Branch(List<Tree> below) implements Tree {}

  private record Unheard(Thread thread) {}

  private record Strict(int number) {
    private static int least = 0;

    private Strict {
      if (number < least) throw new IllegalArgumentException("too small");
    }
  }

  @BeforeEach
  void open() {
    kept = new KeptFile(folder.resolve("kept"), "build 1");
  }

  @Test
  void everyTypeComesBackAsItWas() {
    kept.keep(ALL, "these files");
    assertThat(kept.of(All.class, "these files")).contains(ALL);
  }

  @Test
  void whatWasMadeFromSomethingElseIsNotTaken() {
    kept.keep(new Leaf("v"), "these files");
    assertThat(kept.of(Leaf.class, "other files")).isEmpty();
    assertThat(new KeptFile(kept.file(), "build 2").of(Leaf.class, "these files")).isEmpty();
    kept.keep(new Leaf("w"), "other files");
    assertThat(kept.of(Leaf.class, "these files")).isEmpty();
    assertThat(kept.of(Leaf.class, "other files")).contains(new Leaf("w"));
  }

  @Test
  void noDamagedFileIsTaken() throws IOException {
    kept.keep(ALL, "these files");
    byte[] whole = Files.readAllBytes(kept.file());
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(kept.file(), damaged);
      assertThat(kept.of(All.class, "these files")).isEmpty();
    }
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(kept.file(), java.util.Arrays.copyOf(whole, length));
      assertThat(kept.of(All.class, "these files")).isEmpty();
    }
  }

  @Test
  void whatItsConstructorRefusesIsNotTaken() {
    kept.keep(new Strict(1), "these files");
    Strict.least = 2;
    try {
      assertThat(kept.of(Strict.class, "these files")).isEmpty();
    } finally {
      Strict.least = 0;
    }
    assertThat(kept.of(Strict.class, "these files")).contains(new Strict(1));
  }

  @Test
  void nothingIsKeptWhereThereIsNoFolder() {
    KeptFile nowhere = new KeptFile(folder.resolve("no/such/kept"), "build 1");
    nowhere.keep(new Leaf("v"), "these files");
    assertThat(folder.resolve("no")).doesNotExist();
    assertThat(nowhere.of(Leaf.class, "these files")).isEmpty();
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws IOException {
    Files.writeString(folder.resolve("kept.begun"), "what a process left that was killed");
    kept.keep(new Leaf("v"), "these files");
    kept.keep(new Leaf("w"), "these files");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(kept.file());
    }
    assertThat(kept.of(Leaf.class, "these files")).contains(new Leaf("w"));
  }

  @Test
  void manyThreadsKeepAndReadWhatIsWhole() {
    Queue<Optional<All>> seen = new ConcurrentLinkedQueue<>();
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 200; i++)
        many.execute(
            () -> {
              kept.keep(ALL, "these files");
              seen.add(kept.of(All.class, "these files"));
            });
    }
    assertThat(seen).hasSize(200).allMatch(one -> one.isEmpty() || one.get().equals(ALL));
    kept.keep(ALL, "these files");
    assertThat(kept.of(All.class, "these files")).contains(ALL);
  }

  @Test
  void aTypeThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> kept.keep(new Unheard(Thread.currentThread()), "these files"))
        .hasMessageContaining("java.lang.Thread")
        .hasMessageContaining("Leaves");
  }
}

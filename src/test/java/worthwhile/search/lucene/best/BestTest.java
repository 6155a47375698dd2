package worthwhile.search.lucene.best;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import worthwhile.search.Apart;
import worthwhile.search.lucene.best.Best.Ranked;

class BestTest {
  /** Results, their ids in another order than their numbers. */
  private static List<Ranked> results(Random random, int many, int keys) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, many).boxed().toList());
    Collections.shuffle(order, random);
    List<Ranked> all = new ArrayList<>();
    for (int doc = 0; doc < many; doc++)
      all.add(
          new Ranked(
              random.nextInt(4) == 0 ? Apart.values()[random.nextInt(3)].bit() : 0,
              keys == 0 ? random.nextLong() : random.nextInt(keys),
              new BytesRef("%05d".formatted(order.get(doc))),
              doc));
    return all;
  }

  @Test
  void anyPageIsThatOfTheWholeListInOrder() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      List<Ranked> all =
          results(random, random.nextInt(1_200), List.of(0, 1, 2, 50).get(round % 4));
      int from = random.nextInt(400);
      int size = 1 + random.nextInt(40);
      List<Best> threads = IntStream.range(0, 3).mapToObj(_ -> of(all, from + size)).toList();
      for (Ranked each : all) {
        Best best = threads.get(random.nextInt(3));
        if (!best.isBeyond(each.apart()) && each.key() >= best.least(each.apart()))
          best.offer(each.apart(), each.key(), new OneId(each.id()), each.doc(), 0);
      }
      assertThat(Best.merged(threads, from, size, doc -> all.get(doc).id()))
          .as("from %s, %s of %s", from, size, all.size())
          .isEqualTo(all.stream().sorted(Ranked.BEST_FIRST).skip(from).limit(size).toList());
    }
  }

  private static Best of(List<Ranked> all, int most) {
    return new Best(most, doc -> all.get(doc).id());
  }
}

package worthwhile.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InListsTest {
  @Test
  void theLastIsRepeatedUntilThereAreAsManyAsAPowerOfTwo() {
    assertThat(InLists.steady(List.of(1))).containsExactly(1);
    assertThat(InLists.steady(List.of(1, 2))).containsExactly(1, 2);
    assertThat(InLists.steady(List.of(1, 2, 3))).containsExactly(1, 2, 3, 3);
    assertThat(InLists.steady(List.of(1, 2, 3, 4, 5))).containsExactly(1, 2, 3, 4, 5, 5, 5, 5);
  }

  @Test
  void allAreThereInFewSizes() {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (int many = 0; many <= 1_100; many++) {
      List<Integer> values = IntStream.range(0, many).boxed().toList();
      List<List<Integer>> groups = InLists.of(values);
      groups.forEach(group -> sizes.add(group.size()));
      assertThat(groups.stream().flatMap(List::stream).distinct().toList()).isEqualTo(values);
    }
    assertThat(sizes).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512);
  }
}

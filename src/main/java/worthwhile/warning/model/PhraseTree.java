package worthwhile.warning.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their words: those that a text has are found by following its words, without making a
 * phrase of every two and three of them.
 */
final class PhraseTree {
  /** Where some words have led. */
  static final class Place {
    private final String phrase;
    private final Map<String, Place> next = new HashMap<>();
    private ScamModel.@Nullable Worth worth;

    private Place(String phrase) {
      this.phrase = phrase;
    }
  }

  private final Place root = new Place("");

  PhraseTree(Map<String, ScamModel.Worth> phrases) {
    phrases.forEach(this::put);
  }

  private void put(String phrase, ScamModel.Worth worth) {
    Place place = root;
    for (String word : phrase.split(" ")) {
      String longer = place == root ? word : place.phrase + " " + word;
      place = place.next.computeIfAbsent(word, _ -> new Place(longer));
    }
    place.worth = worth;
  }

  /** How many of these words are phrases of one word. */
  int known(List<String> words) {
    int known = 0;
    for (String word : words) {
      Place place = root.next.get(word);
      if (place != null && place.worth != null) known++;
    }
    return known;
  }

  /** A phrase that a text has. */
  record Found(String phrase, ScamModel.Worth worth, int times) {}

  /** The phrases among these words in their order, each once. */
  List<Found> in(List<String> words) {
    Map<Place, Integer> times = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Place place = root;
      for (int at = i; at < words.size(); at++) {
        place = place.next.get(words.get(at));
        if (place == null) break;
        if (place.worth != null) times.merge(place, 1, Integer::sum);
      }
    }
    return times.entrySet().stream().map(each -> found(each.getKey(), each.getValue())).toList();
  }

  private static Found found(Place place, int times) {
    if (place.worth == null) throw new IllegalStateException(place.phrase + " is worth nothing");
    return new Found(place.phrase, place.worth, times);
  }
}

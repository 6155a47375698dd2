package worthwhile.source.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.source.card.Citation;
import worthwhile.source.card.Domain;

/** Reads a platform's domains and those that look like them. */
final class DomainReader {
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]+(?:/[\\w/-]+)?");
  private static final List<String> USES = List.of("own", "recruiting");

  private final Block card;
  private final Map<String, Domain.Use> seen = new HashMap<>();

  private DomainReader(Block card) {
    this.card = card;
  }

  /** The card's {@code domains} and {@code look-alikes}. */
  static List<Domain> domains(Block card) {
    DomainReader reader = new DomainReader(card);
    List<Domain> all = new ArrayList<>(reader.own());
    all.addAll(reader.lookAlikes());
    return all;
  }

  private List<Domain> own() {
    List<Domain> found = new ArrayList<>();
    for (Block block : card.blocks("domains")) {
      block.only(List.of("domain", "use", "note", "date", "source")).require("domain");
      Domain.Use use =
          block
              .word("use", USES)
              .map(word -> Domain.Use.valueOf(word.toUpperCase(Locale.ROOT)))
              .orElse(Domain.Use.OWN);
      found.addAll(named(block, use));
    }
    return found;
  }

  /** A list of domains alone, or of such with their day and source. */
  private List<Domain> lookAlikes() {
    List<Domain> found = new ArrayList<>();
    if (!(card.node("look-alikes").orElse(null) instanceof Node.Many many)) {
      for (String name : card.texts("look-alikes")) found.add(bare(name));
      return found;
    }
    for (Node node : many.values())
      if (node instanceof Node.Keys keys) found.addAll(lookAlikes(keys));
      else if (node instanceof Node.Text text) found.add(bare(text.value()));
      else
        card.problems()
            .add(node.place(), "look-alikes: must hold domains or keys, not " + node.kind());
    return found;
  }

  private List<Domain> lookAlikes(Node.Keys keys) {
    Block block = new Block(keys, "look-alikes", card.problems());
    block.only(List.of("domain", "note", "date", "source")).require("domain");
    return named(block, Domain.Use.LOOK_ALIKE);
  }

  private List<Domain> named(Block block, Domain.Use use) {
    Optional<Citation> citation = Citations.of(block);
    List<Domain> found = new ArrayList<>();
    for (String name : block.texts("domain")) {
      check(block, "domain", name, use);
      found.add(new Domain(name, use, block.text("note"), citation));
    }
    return found;
  }

  private Domain bare(String name) {
    check(card, "look-alikes", name, Domain.Use.LOOK_ALIKE);
    return new Domain(name, Domain.Use.LOOK_ALIKE, Optional.empty(), Optional.empty());
  }

  private void check(Block block, String key, String name, Domain.Use use) {
    if (!NAME.matcher(name).matches())
      block.wrong(key, "must be a domain in small letters such as example.org, not '" + name + "'");
    Domain.Use other = seen.putIfAbsent(name, use);
    if (other == use) block.wrong(key, "'" + name + "' stands here twice");
    else if (other != null)
      block.wrong(key, "'" + name + "' cannot be the platform's and look like it at once");
  }
}

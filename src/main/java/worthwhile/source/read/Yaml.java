package worthwhile.source.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 into a tree that keeps lines; two equal keys are a mistake. */
final class Yaml {
  private static final int DEEPEST = 40;

  private final String file;
  private final Problems problems;

  private Yaml(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The keys of a file; absent, and told, if it holds none. */
  static Optional<Node.Keys> read(String file, String text, Problems problems) {
    Yaml yaml = new Yaml(file, problems);
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
      var root = new Compose(settings).composeString(text);
      if (root.isPresent() && yaml.node(root.get(), 0) instanceof Node.Keys keys)
        return Optional.of(keys);
      problems.add(new Place(file, 1), "the file holds no keys");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(new Place(file, line), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(new Place(file, 1), "not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Node node(org.snakeyaml.engine.v2.nodes.Node raw, int depth) {
    Place place = place(raw);
    if (depth > DEEPEST) {
      problems.add(place, "nested too deeply");
      return new Node.Text("", true, place);
    }
    return switch (raw) {
      case ScalarNode scalar ->
          new Node.Text(scalar.getValue(), scalar.getTag().equals(Tag.NULL), place);
      case SequenceNode sequence -> {
        List<Node> values = new ArrayList<>();
        for (var value : sequence.getValue()) values.add(node(value, depth + 1));
        yield new Node.Many(values, place);
      }
      case MappingNode mapping -> new Node.Keys(entries(mapping, depth), place);
      default -> throw new IllegalStateException("unresolved alias");
    };
  }

  private Map<String, Node.Entry> entries(MappingNode mapping, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(place, "a key must be a word");
        continue;
      }
      Node value = node(tuple.getValueNode(), depth + 1);
      if (entries.putIfAbsent(key.getValue(), new Node.Entry(place, value)) != null)
        problems.add(place, "'" + key.getValue() + "' stands here twice; keep one of them");
    }
    return entries;
  }

  private Place place(org.snakeyaml.engine.v2.nodes.Node raw) {
    return new Place(file, raw.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }
}

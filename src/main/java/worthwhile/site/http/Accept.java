package worthwhile.site.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An {@code Accept…} header (RFC 9110 section 12.5): what a client takes, and what it refuses. */
public record Accept(Map<String, Double> weights) {
  /** Reads a header; null takes nothing by name. */
  public static Accept of(String header) {
    Map<String, Double> weights = new LinkedHashMap<>();
    if (header == null) return new Accept(weights);
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] pieces = part.strip().split(";");
      if (pieces.length > 0 && !pieces[0].isBlank()) weights.put(pieces[0].strip(), weight(pieces));
    }
    return new Accept(weights);
  }

  private static double weight(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i].strip();
      if (piece.startsWith("q=")) return piece.matches("q=0(\\.0*)?") ? 0 : 1;
    }
    return 1;
  }

  /** Whether one word (a coding) is taken by name or by {@code *}. */
  boolean takes(String word) {
    return weights.getOrDefault(word, weights.getOrDefault("*", 0.0)) > 0;
  }

  /** Whether a media type is taken; without a header everything is. */
  public boolean takesType(String type) {
    if (weights.isEmpty()) return true;
    String range = type.substring(0, type.indexOf('/')) + "/*";
    Double exact = weights.get(type);
    if (exact != null) return exact > 0;
    return weights.getOrDefault(range, weights.getOrDefault("*/*", 0.0)) > 0;
  }
}

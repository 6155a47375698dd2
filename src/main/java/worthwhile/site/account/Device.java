package worthwhile.site.account;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;

/** Names browser and system as their owner would; by their own word, which may be untrue. */
final class Device {
  private static final List<Entry<String, String>> BROWSERS =
      List.of(
          entry("Edg", "Edge"),
          entry("OPR/", "Opera"),
          entry("SamsungBrowser", "Samsung Internet"),
          entry("Firefox/", "Firefox"),
          entry("FxiOS", "Firefox"),
          entry("Chrome/", "Chrome"),
          entry("CriOS", "Chrome"),
          entry("Safari/", "Safari"));

  private static final List<Entry<String, String>> SYSTEMS =
      List.of(
          entry("Android", "Android"),
          entry("iPhone", "iPhone"),
          entry("iPad", "iPad"),
          entry("Windows", "Windows"),
          entry("Mac OS", "Mac"),
          entry("CrOS", "ChromeOS"),
          entry("Linux", "Linux"));

  private Device() {}

  static String of(String userAgent) {
    String text = userAgent == null ? "" : userAgent;
    String browser = first(BROWSERS, text, "A browser or program");
    String system = first(SYSTEMS, text, "");
    return system.isEmpty() ? browser : browser + " on " + system;
  }

  private static String first(List<Entry<String, String>> names, String text, String other) {
    return names.stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Entry::getValue)
        .findFirst()
        .orElse(other);
  }
}

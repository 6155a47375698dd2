package worthwhile.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import worthwhile.source.About;
import worthwhile.source.AboutBuilder;
import worthwhile.source.Access;
import worthwhile.source.FetchRules;
import worthwhile.source.SourceDefinition;

/** How those who publish rates of exchange and lists may be asked. */
final class PublishedFiles {
  private static final int LARGEST_TABLE = 5_000_000;

  /** Lists name hundreds of thousands of hosts. */
  private static final int LARGEST_LIST = 50_000_000;

  static final Duration EVERY = Duration.ofHours(24);

  /** The bank's files are pages: its robots.txt governs them. */
  static final SourceDefinition BANK =
      SourceDefinition.ofFile(
          "exchange-rates",
          "Reference rates of the European Central Bank",
          "european-central-bank",
          "https://www.ecb.europa.eu/",
          AboutBuilder.builder()
              .operator(Optional.of("European Central Bank"))
              .terms(
                  Optional.of(
                      "https://www.ecb.europa.eu/services/using-our-site/disclaimer/html/index.en.html"))
              .access(Access.PUBLIC)
              .governedBy(About.GovernedBy.ROBOTS)
              .build(),
          rules(LARGEST_TABLE));

  private PublishedFiles() {}

  /** The currency-api project's file is a documented interface without keys and limits. */
  static SourceDefinition world(URI file) {
    return SourceDefinition.ofFile(
        "world-rates",
        "Rates of the currency-api project",
        "currency-api",
        "https://" + file.getHost() + "/",
        AboutBuilder.builder()
            .operator(Optional.of("currency-api project"))
            .terms(Optional.of("https://github.com/fawazahmed0/exchange-api"))
            .access(Access.PUBLIC)
            .governedBy(About.GovernedBy.TERMS)
            .build(),
        rules(LARGEST_TABLE));
  }

  /** A list is published to be fetched by programs. */
  static SourceDefinition list(URI file) {
    return SourceDefinition.ofFile(
        "block-list",
        "List of reported hosts",
        file.getHost(),
        file.getScheme() + "://" + file.getHost() + "/",
        AboutBuilder.builder().access(Access.PUBLIC).governedBy(About.GovernedBy.TERMS).build(),
        rules(LARGEST_LIST));
  }

  private static FetchRules rules(int largest) {
    return FetchRules.ofFile(EVERY, Duration.ofSeconds(5), Duration.ofSeconds(30), largest);
  }
}

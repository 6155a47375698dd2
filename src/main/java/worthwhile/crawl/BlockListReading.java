package worthwhile.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Validators;
import worthwhile.source.PageRequest;
import worthwhile.source.Stop;
import worthwhile.store.source.BlockLists;
import worthwhile.store.source.BlockLists.BlockList;
import worthwhile.warning.domain.HostList;

/**
 * Reads the lists of reported hosts that the operator switched on, each once a day, three hours
 * after trouble. A list that cannot be read says what it said before, for thirty days.
 */
public final class BlockListReading {
  private static final Logger LOG = LoggerFactory.getLogger(BlockListReading.class);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final Duration AFTER_TROUBLE = Duration.ofHours(3);
  private static final long LARGEST_FILE = 50_000_000;

  private final Web web;
  private final BlockLists lists;
  private final List<Wanted> wanted;
  private final Clock clock;

  /**
   * A list that the operator wants.
   *
   * @param address of a page that begins with https:// or http://, or a file
   */
  public record Wanted(String name, String licence, String address) {
    public Wanted {
      if (name.isBlank() || licence.isBlank() || address.isBlank())
        throw new IllegalArgumentException("a list needs a name, a licence and an address");
    }

    private BlockList unread() {
      return new BlockList(
          name, licence, address, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }
  }

  public BlockListReading(Web web, BlockLists lists, List<Wanted> wanted, Clock clock) {
    this.web = web;
    this.lists = lists;
    this.wanted = List.copyOf(wanted);
    this.clock = clock;
  }

  /** Lists that are wanted no more are forgotten; those that are due are read. */
  public void refreshIfDue() {
    if (wanted.isEmpty() && lists.all().isEmpty()) return;
    lists.keep(wanted.stream().map(Wanted::unread).toList());
    for (BlockList list : lists.all()) if (isDue(list)) refresh(list);
  }

  private boolean isDue(BlockList list) {
    Duration wait = list.trouble().isPresent() ? AFTER_TROUBLE : EVERY;
    return list.asked().filter(asked -> asked.plus(wait).isAfter(clock.instant())).isEmpty();
  }

  private void refresh(BlockList list) {
    Instant now = clock.instant();
    switch (read(list.source())) {
      case Read.Hosts(Set<String> hosts) -> {
        lists.read(list.name(), hosts, now);
        LOG.info("list {}: {} hosts", list.name(), hosts.size());
      }
      case Read.Nothing(String why) -> {
        lists.failed(list.name(), why, now);
        LOG.warn("list {} stays as it was: {}", list.name(), why);
      }
    }
  }

  /** What a list says, or why it could not be read. */
  private sealed interface Read {
    record Hosts(Set<String> hosts) implements Read {}

    record Nothing(String why) implements Read {}
  }

  private Read read(String address) {
    return address.matches("https?://.*") ? fetched(URI.create(address)) : file(address);
  }

  private Read fetched(URI address) {
    return switch (web.fetch(
        PageRequest.get(address), PublishedFiles.list(address), Validators.NONE)) {
      case FetchOutcome.Fetched fetched -> hosts(new String(fetched.response().body(), UTF_8));
      case FetchOutcome.NotModified _ -> new Read.Nothing("not modified");
      case FetchOutcome.Stopped(Stop stop) ->
          new Read.Nothing(stop.kind().word().replace('-', ' ') + ": " + stop.text());
    };
  }

  private static Read file(String name) {
    Path file = Path.of(name.replaceFirst("^file:(//)?", ""));
    try {
      if (Files.size(file) > LARGEST_FILE)
        return new Read.Nothing("the file is larger than " + LARGEST_FILE + " bytes");
      return hosts(new String(Files.readAllBytes(file), UTF_8));
    } catch (IOException e) {
      return new Read.Nothing("the file cannot be read: " + e.getMessage());
    }
  }

  /** An empty list would end all that it said: more likely it is no list. */
  private static Read hosts(String text) {
    Set<String> hosts = HostList.read(text);
    return hosts.isEmpty()
        ? new Read.Nothing("no line of it names a host: is it a list of hosts?")
        : new Read.Hosts(hosts);
  }
}

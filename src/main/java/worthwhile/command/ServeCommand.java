package worthwhile.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.Service;
import worthwhile.Settings;

/** {@code serve}: everything at once, until it is told to stop. */
@Command(
    name = "serve",
    description =
        "Runs everything: schedule, crawl, index and site; with --demo invented postings instead of"
            + " the network.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;
  @Mixin private Common.Network network;

  @Option(names = "--port", paramLabel = "N", description = "port to listen on; default 7070")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "address to listen on; default 127.0.0.1")
  private @Nullable String host;

  @Option(names = "--base-url", paramLabel = "U", description = "where people reach this instance")
  private @Nullable String baseUrl;

  @Override
  public Integer call() throws InterruptedException {
    Out out = Out.of(spec);
    Settings settings = common.anySettings(given());
    try (Service service =
        common.isDemo() ? Service.demo(settings, out) : Service.start(settings, out)) {
      CountDownLatch told = new CountDownLatch(1);
      Thread closing = new Thread(() -> stop(service, told), "stop");
      Runtime.getRuntime().addShutdownHook(closing);
      out.say("Worthwhile is at %s  (Ctrl+C stops it)", service.url());
      told.await();
      return 0;
    }
  }

  private static void stop(Service service, CountDownLatch told) {
    service.close();
    told.countDown();
  }

  private Map<Settings.Key, String> given() {
    Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
    given.putAll(network.given());
    if (port != null) given.put(Settings.Key.PORT, port);
    if (host != null) given.put(Settings.Key.HOST, host);
    if (baseUrl != null) given.put(Settings.Key.BASE_URL, baseUrl);
    return given;
  }
}

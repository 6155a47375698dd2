package worthwhile.site.companion;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import worthwhile.extract.Extractor;
import worthwhile.extract.Impersonal;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.forward.Forwarded;
import worthwhile.site.http.HttpRefusal;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.text.pay.PayText;

/** Reads a forward as far as it is read before anything is stored: a refusal is an answer too. */
public final class Forwarding implements Consumer<byte[]> {
  private final List<SourceDefinition> sources;

  /** Forwards to every source that has a companion. */
  public Forwarding(Sources sources) {
    this.sources = sources.all().stream().filter(each -> each.companion().isPresent()).toList();
  }

  @Override
  public void accept(byte[] body) {
    try {
      switch (ForwardedBody.read(body, Instant.parse("2026-11-23T12:00:00Z"))) {
        case Forwarded.Page page -> read(sources.get(page.body().length() % sources.size()), page);
        case Forwarded.Task task ->
            task.pay().ifPresent(pay -> PayText.find(pay, PayText.Context.of(Locale.UK)));
      }
    } catch (HttpRefusal refused) {
      assert refused.status() == 400;
    }
  }

  private static void read(SourceDefinition source, Forwarded.Page page) {
    URI address = source.companion().orElseThrow().bare(page.url());
    Response response =
        new Response(
            address,
            page.status(),
            Map.of("content-type", page.contentType()),
            page.body().getBytes(StandardCharsets.UTF_8),
            page.seenAt());
    if (Impersonal.of(source, source.companion().get(), response)
        instanceof Impersonal.Cleaned(Response cleaned))
      Extractor.extract(source, new PageKind.Listing(), ParsedPage.of(cleaned));
  }
}

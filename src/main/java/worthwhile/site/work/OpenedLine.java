package worthwhile.site.work;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.site.view.SiteInstance;
import worthwhile.work.earn.ApprovalAsked;
import worthwhile.work.earn.CountedWork;
import worthwhile.work.earn.Opened;

/** What a qualification opened to a worker, in a sentence. */
record OpenedLine(Opened opened, String currency) {
  private static final int SHOWN = 5;

  /** Newest pieces whose tasks are looked up. */
  private static final int LOOKED_AT = 500;

  /** Of pieces whose task is known here, since it alone says what was asked for. */
  static List<OpenedLine> of(Stream<CountedWork> work, String currency, SiteInstance instance) {
    List<CountedWork> known =
        work.filter(piece -> piece.work().posting() != null).limit(LOOKED_AT).toList();
    Map<String, Posting> postings =
        known.isEmpty()
            ? Map.of()
            : instance
                .store()
                .postings()
                .byIds(known.stream().map(OpenedLine::posting).distinct().toList());
    List<Opened.Piece> pieces =
        known.stream()
            .filter(piece -> postings.containsKey(posting(piece)))
            .map(
                piece ->
                    new Opened.Piece(
                        piece,
                        Objects.requireNonNull(postings.get(posting(piece)), "filtered above")
                            .job()
                            .qualifications()))
            .toList();
    return Opened.of(pieces).stream()
        .limit(SHOWN)
        .map(opened -> new OpenedLine(opened, currency))
        .toList();
  }

  private static String posting(CountedWork piece) {
    return Objects.requireNonNull(piece.work().posting(), "only those with a posting are asked");
  }

  /** The requirement in words; the source's own where it is no shorthand. */
  private String asked() {
    return ApprovalAsked.of(opened.asked())
        .map(
            share ->
                Reason.of("needs-approval")
                    .with("more", share.isMore())
                    .with("percent", share.percent().toPlainString())
                    .said())
        .orElseGet(opened::asked);
  }

  String text(String platform) {
    BigDecimal more = opened.more();
    return Reason.of("own-opened")
        .with("asked", asked())
        .with("side", more.signum() > 0 ? "more" : more.signum() < 0 ? "less" : "same")
        .with("amount", WorkShow.sum(more.abs(), currency))
        .with("n", opened.n())
        .with("others", opened.others())
        .with("platform", platform)
        .said();
  }
}

package worthwhile.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;
import worthwhile.search.CountryLimit;
import worthwhile.search.Dimension;
import worthwhile.source.Platform;
import worthwhile.source.card.OpenTo;

/** From where the postings of a segment cannot be done; for one thread. */
final class CountryLimits {
  private final LeafReader reader;
  private final SegmentColumns columns;
  private final int[] platforms;
  private final SegmentColumns.Cards cards;
  private final boolean[] limited;
  private @Nullable SortedSetDocValues ineligible;

  CountryLimits(LeafReader reader, SegmentColumns columns) throws IOException {
    this.reader = reader;
    this.columns = columns;
    this.platforms = columns.of(Dimension.PLATFORM).setOf();
    this.cards = columns.cards(reader);
    this.limited = cards.limited();
  }

  /** Whether there is a country from which a posting cannot be done. */
  boolean isLimited(int doc) {
    return (columns.flags()[doc] & Flags.EXCLUDES) != 0 || limited[platforms[doc]];
  }

  /** Whether a posting was read where it is offered, not on a board that repeats it. */
  boolean isDirect(int doc) {
    return cards.of().get(platforms[doc]).filter(Platform::direct).isPresent();
  }

  CountryLimit of(int doc) {
    Optional<OpenTo> card = cards.of().get(platforms[doc]).flatMap(Platform::openTo);
    boolean excludes = (columns.flags()[doc] & Flags.EXCLUDES) != 0;
    return new CountryLimit(card, excludes ? ineligible(doc) : Set.of());
  }

  private Set<String> ineligible(int doc) {
    try {
      if (ineligible == null || ineligible.docID() > doc)
        ineligible = DocValues.getSortedSet(reader, IndexFields.INELIGIBLE);
      Set<String> countries = new HashSet<>();
      if (ineligible.advanceExact(doc))
        for (int i = ineligible.docValueCount(); i > 0; i--)
          countries.add(ineligible.lookupOrd(ineligible.nextOrd()).utf8ToString());
      return countries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

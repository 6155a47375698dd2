package worthwhile.warning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import worthwhile.source.Platform;
import worthwhile.warning.domain.LookAlike;
import worthwhile.warning.domain.LookAlikes;
import worthwhile.warning.rule.Sign;

/** Addresses in a text that imitate somebody's, as signs for the rules. */
record LookAlikeSigns(LookAlikes alikes) implements SignSource {
  private static final String CUE = "look-alike";

  /** Of these platforms and of well-known firms. */
  static LookAlikeSigns of(Collection<Platform> platforms) {
    return new LookAlikeSigns(LookAlikes.of(platforms));
  }

  @Override
  public List<Sign> in(String text) {
    return alikes.find(text).stream().map(LookAlikeSigns::sign).toList();
  }

  private static Sign sign(LookAlike alike) {
    Map<String, Object> named = new HashMap<>();
    named.put("host", alike.host());
    alike.of().ifPresent(name -> named.put("of", name));
    alike.own().ifPresent(domain -> named.put("own", domain));
    return new Sign(CUE, alike.start(), alike.end(), named);
  }
}

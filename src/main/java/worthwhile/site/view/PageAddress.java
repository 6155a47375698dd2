package worthwhile.site.view;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.posting.RequesterId;
import worthwhile.posting.TaskKind;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.Dimension;
import worthwhile.search.HiddenTasks;
import worthwhile.search.SearchQuery;
import worthwhile.search.Sort;
import worthwhile.site.http.Urls;

/**
 * How the search page reads and writes its address. What the address leaves open is filled in: the
 * country, languages, devices and kinds of work that the browser remembers, else micro-tasks; what
 * is best for the reader first. Of a requester who is named all work is shown. {@code country=any},
 * {@code language=any}, {@code device=any} and {@code kind=any} ask for all.
 *
 * <p>Requesters that are blocked are left out beside those that the address leaves out, unless it
 * says {@code without_requester=any}; no address names them.
 *
 * <p>Tasks that the reader hid are left out unless the address says {@code hidden=show}.
 *
 * <p>{@code new_since=2026-11-29T07:10Z} lists only what was first seen after that.
 *
 * @param blocked whom the reader blocks
 * @param showsHidden whether the tasks that the reader hid are listed too
 * @param newSince what was first seen until then is not listed; absent for all
 */
public record PageAddress(
    Remembered remembered,
    BlockedRequesters blocked,
    boolean showsHidden,
    Optional<Instant> newSince) {
  /** The parameter that lists only what is new. */
  public static final String NEW = "new_since";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final String KIND = Dimension.KIND.field();
  private static final List<String> OWN =
      List.of(Remembered.COUNTRY, Remembered.LANGUAGE, Remembered.DEVICE);
  private static final String SORT = "sort";
  private static final String WITHOUT = BlockedRequesters.PARAMETER;

  /** For a reader of whom nothing is known. */
  public static final PageAddress OF_ANYBODY =
      new PageAddress(Remembered.NOTHING, BlockedRequesters.NONE);

  /** Where the tasks that the reader hid stay hidden. */
  public PageAddress(Remembered remembered, BlockedRequesters blocked) {
    this(remembered, blocked, false, Optional.empty());
  }

  /** The parameters of the search that an address asks for, without how pay is to be shown. */
  public Map<String, List<String>> asked(Map<String, List<String>> given) {
    Map<String, List<String>> asked = new LinkedHashMap<>(given);
    OWN.forEach(name -> fill(asked, name));
    if (!given.containsKey(Dimension.REQUESTER.field())) asked.putIfAbsent(KIND, usualKinds());
    asked.putIfAbsent(SORT, List.of(Sort.BEST.parameter()));
    asked.remove(Floor.NAME);
    asked.remove(Remembered.CURRENCY);
    asked.remove(HiddenTasks.PARAMETER);
    asked.remove(NEW);
    asked.remove(KIND, List.of(Remembered.ANY));
    if (!asked.remove(WITHOUT, List.of(Remembered.ANY))) leaveOut(asked);
    return asked;
  }

  /** {@code any} beside others is what a form says in which none may be chosen. */
  private void fill(Map<String, List<String>> asked, String name) {
    List<String> values = asked.getOrDefault(name, remembered.chosen(name));
    List<String> chosen = values.stream().filter(one -> !one.equals(Remembered.ANY)).toList();
    if (chosen.isEmpty()) asked.remove(name);
    else asked.put(name, chosen);
  }

  /** Parameters with boxes to tick that the browser fills in where a form says nothing. */
  public List<String> boxes() {
    return Stream.of(Remembered.LANGUAGE, Remembered.DEVICE)
        .filter(name -> !remembered.chosen(name).isEmpty())
        .toList();
  }

  /** Whether a search has a value only because the browser remembers it. */
  public boolean isRemembered(String parameter, String value) {
    return remembered.chosen(parameter).contains(value);
  }

  /** What is no requester, or too much, is left as it stands: it is a mistake of the address. */
  private void leaveOut(Map<String, List<String>> asked) {
    List<String> said = asked.getOrDefault(WITHOUT, List.of());
    List<RequesterId> ids =
        said.stream().flatMap(word -> BlockedRequesters.read(word).stream()).toList();
    if (ids.size() < said.size() || !BlockedRequesters.fit(ids)) return;
    BlockedRequesters all = blocked.with(ids);
    if (!all.isEmpty()) asked.put(WITHOUT, all.words());
  }

  private List<String> usualKinds() {
    return remembered.kinds().isEmpty() ? List.of(TaskKind.MICRO_TASK.word()) : remembered.kinds();
  }

  /** The parameters that an address needs to ask for a search, whoever opens it. */
  public Map<String, List<String>> parameters(SearchQuery query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(query.toParameters());
    Set<String> kinds = query.chosen(Dimension.KIND);
    boolean named = !query.chosen(Dimension.REQUESTER).isEmpty();
    boolean usual = kinds.equals(Set.of(TaskKind.MICRO_TASK.word()));
    if (kinds.isEmpty() && !named) parameters.put(KIND, List.of(Remembered.ANY));
    if (usual && !named && remembered.kinds().isEmpty()) parameters.remove(KIND);
    for (String name : OWN)
      if (!parameters.containsKey(name) && !remembered.chosen(name).isEmpty())
        parameters.put(name, List.of(Remembered.ANY));
    leaveUnsaid(parameters, query);
    parameters.remove(SORT);
    if (showsHidden) parameters.put(HiddenTasks.PARAMETER, List.of(HiddenTasks.SHOW));
    newSince.ifPresent(moment -> parameters.put(NEW, List.of(written(moment))));
    if (query.sort() != Sort.BEST) parameters.put(SORT, List.of(query.sort().parameter()));
    return inOrder(parameters);
  }

  private void leaveUnsaid(Map<String, List<String>> parameters, SearchQuery query) {
    List<String> said = new ArrayList<>(parameters.getOrDefault(WITHOUT, List.of()));
    said.removeAll(blocked.words());
    if (!blocked.isEmpty() && query.withoutRequester().isEmpty()) said.add(Remembered.ANY);
    parameters.remove(WITHOUT);
    if (!said.isEmpty()) parameters.put(WITHOUT, said);
  }

  /** Page and size come last, as in every address. */
  private static Map<String, List<String>> inOrder(Map<String, List<String>> parameters) {
    for (String name : List.of("page", "size")) {
      List<String> values = parameters.remove(name);
      if (values != null) parameters.put(name, values);
    }
    return parameters;
  }

  /** The same, listing the hidden tasks or not. */
  public PageAddress showingHidden(boolean shows) {
    return new PageAddress(remembered, blocked, shows, newSince);
  }

  /** The same, listing only what was first seen after a moment; absent for all. */
  public PageAddress since(Optional<Instant> moment) {
    return new PageAddress(remembered, blocked, showsHidden, moment);
  }

  /** A moment as addresses and cookies write it, to the minute: 2026-11-29T07:10Z. */
  public static String written(Instant moment) {
    return MINUTE.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** Reads {@link #written}; absent for what is none. */
  public static Optional<Instant> moment(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }

  /** The address of a search. */
  public String of(SearchQuery query) {
    return Urls.of("/", parameters(query));
  }

  /** The address of a search among work of one kind. */
  public String of(SearchQuery query, TaskKind kind) {
    SearchQuery among = query.changed(KIND, List.of(kind.word()));
    Map<String, List<String>> parameters = new LinkedHashMap<>(parameters(among));
    parameters.put(KIND, List.of(kind.word()));
    return Urls.of("/", parameters);
  }
}

package worthwhile.site.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * country and the kinds of work that the browser remembers, else micro-tasks; best pay first. Of a
 * requester who is named all work is shown. {@code country=any} and {@code kind=any} ask for all.
 *
 * <p>Requesters that are blocked are left out beside those that the address leaves out, unless it
 * says {@code without_requester=any}; no address names them.
 *
 * <p>Tasks that the reader hid are left out unless the address says {@code hidden=show}.
 *
 * @param blocked whom the reader blocks
 * @param showsHidden whether the tasks that the reader hid are listed too
 */
public record PageAddress(Remembered remembered, BlockedRequesters blocked, boolean showsHidden) {
  private static final String COUNTRY = Dimension.COUNTRY.field();
  private static final String KIND = Dimension.KIND.field();
  private static final String SORT = "sort";
  private static final String WITHOUT = BlockedRequesters.PARAMETER;

  /** For a reader of whom nothing is known. */
  public static final PageAddress OF_ANYBODY =
      new PageAddress(Remembered.NOTHING, BlockedRequesters.NONE);

  /** Where the tasks that the reader hid stay hidden. */
  public PageAddress(Remembered remembered, BlockedRequesters blocked) {
    this(remembered, blocked, false);
  }

  /** The parameters of the search that an address asks for, without how pay is to be shown. */
  public Map<String, List<String>> asked(Map<String, List<String>> given) {
    Map<String, List<String>> asked = new LinkedHashMap<>(given);
    if (!remembered.countries().isEmpty()) asked.putIfAbsent(COUNTRY, remembered.countries());
    if (!given.containsKey(Dimension.REQUESTER.field())) asked.putIfAbsent(KIND, usualKinds());
    asked.putIfAbsent(SORT, List.of(Sort.HOURLY.parameter()));
    asked.remove(Floor.NAME);
    asked.remove(Remembered.CURRENCY);
    asked.remove(HiddenTasks.PARAMETER);
    asked.remove(COUNTRY, List.of(Remembered.ANY));
    asked.remove(KIND, List.of(Remembered.ANY));
    if (!asked.remove(WITHOUT, List.of(Remembered.ANY))) leaveOut(asked);
    return asked;
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
    if (query.chosen(Dimension.COUNTRY).isEmpty() && !remembered.countries().isEmpty())
      parameters.put(COUNTRY, List.of(Remembered.ANY));
    leaveUnsaid(parameters, query);
    parameters.remove(SORT);
    if (showsHidden) parameters.put(HiddenTasks.PARAMETER, List.of(HiddenTasks.SHOW));
    if (query.sort() != Sort.HOURLY) parameters.put(SORT, List.of(query.sort().parameter()));
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
    return new PageAddress(remembered, blocked, shows);
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

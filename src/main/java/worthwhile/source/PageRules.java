package worthwhile.source;

/** How one kind of page is asked for and read: the rules that extraction follows. */
public record PageRules() {}

package worthwhile.site.moderation;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.statement.LogEntry;

/**
 * One line of the public log, as everybody may read it.
 *
 * @param by name of who moderates, else the role
 */
record LogLine(LogEntry entry, String action, AboutLine about, String by) {
  static LogLine of(LogEntry entry, ModerationDesk desk) {
    return new LogLine(
        entry,
        ModerationWords.action(entry.action()),
        AboutLine.of(entry.about(), desk),
        name(entry.byRole(), entry.byAccount(), desk));
  }

  /** The name of who moderated, else the role alone. */
  static String name(String role, Optional<String> account, ModerationDesk desk) {
    boolean named = role.equals(Role.MODERATOR.word()) || role.equals(Role.OPERATOR.word());
    return account
        .filter(_ -> named)
        .flatMap(desk.instance().accounts()::byId)
        .map(Account::name)
        .map(name -> name + " (" + role + ")")
        .orElse(role);
  }

  ObjectNode json() {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", entry.id()).put("at", entry.at().toString()).put("action", entry.action());
    node.put("about", entry.about().toString());
    entry.moderationCase().ifPresent(one -> node.put("case", one));
    node.put("by", by).put("role", entry.byRole());
    entry.rule().ifPresent(rule -> node.put("rule", rule));
    entry.reason().ifPresent(reason -> node.put("reason", reason));
    return node.put("text", action);
  }
}

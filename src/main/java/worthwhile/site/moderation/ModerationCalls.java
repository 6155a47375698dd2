package worthwhile.site.moderation;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.community.Answering.Answered;
import worthwhile.community.Appealing.Appealed;
import worthwhile.community.Ballot;
import worthwhile.community.Claiming;
import worthwhile.community.Claiming.Checked;
import worthwhile.community.Claiming.Claimed;
import worthwhile.community.Flagging;
import worthwhile.community.Flagging.Flagged;
import worthwhile.community.Judging.Judged;
import worthwhile.community.Topics;
import worthwhile.posting.PostingJson;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Subject;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.JsonFields;
import worthwhile.text.FailureText;

/** The calls of this room: what its pages do, for programs. */
final class ModerationCalls {
  private static final int LARGEST_SIZE = 200;

  private final ModerationDesk desk;
  private final CasePages cases;

  ModerationCalls(ModerationDesk desk, CasePages cases) {
    this.desk = desk;
    this.cases = cases;
  }

  // --- reading

  void log(Context ctx) {
    List<Parsed.Mistake> mistakes = ApiQuery.mistakes(ctx, List.of("before", "size"));
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    long before = CasePages.before(ctx);
    int size = size(ctx);
    List<LogLine> lines = cases.lines(before, size + 1);
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    ArrayNode items = body.putArray("items");
    lines.stream().limit(size).forEach(line -> items.add(line.json()));
    if (lines.size() > size) body.put("next", lines.get(size - 1).entry().id());
    body.set("waiting", waiting());
    body.put("moderators", desk.moderators());
    desk.visitors()
        .of(ctx)
        .filter(Topics::isModerator)
        .ifPresent(
            account -> {
              ArrayNode queue = body.putArray("queue");
              cases.waitingFor(account).forEach(one -> queue.add(CaseView.json(one)));
            });
    Answer.own(ctx, body.toString());
  }

  private ObjectNode waiting() {
    Map<String, Integer> counts = new TreeMap<>();
    for (ModerationCase one : desk.statements(said -> said.cases().queue(LARGEST_SIZE)))
      counts.merge(one.kind().word(), 1, Integer::sum);
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    counts.forEach(node::put);
    return node;
  }

  private static int size(Context ctx) {
    String text = ctx.queryParam("size");
    if (text == null) return CasePages.LOG_SIZE;
    if (text.matches("\\d{1,3}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= LARGEST_SIZE) return Integer.parseInt(text);
    throw new HttpRefusal(
        400, "Bad parameters", "size must be a number from 1 to " + LARGEST_SIZE + ".");
  }

  void one(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    CaseView view =
        CaseView.of(desk, cases.named(ctx), desk.visitors().of(ctx), CaseView.Typed.NOTHING);
    Answer.own(ctx, view.json().toString());
  }

  // --- acting

  void flag(Context ctx) {
    Flagging.Reporter reporter = desk.reporter(ctx);
    JsonFields fields = JsonFields.of(ctx, List.of("about", "kind", "text", "link", "image"));
    Flagging.Report report = checked(() -> report(fields));
    switch (desk.flagging().flag(reporter, report)) {
      case Flagged.Made(Flag flag, ModerationCase opened) ->
          made(ctx, json(flag, opened, report.image().isPresent()));
      case Flagged.Again _ -> throw refusal(409, "done.again");
      case Flagged.NoSuch _ -> throw refusal(404, "no-such");
      case Flagged.Own _ -> throw refusal(403, "own");
      case Flagged.TooMany _ ->
          throw HttpRefusal.forNow(
              429, "Not taken", ModerationWords.of("too-many"), Flagging.COUNTED_IN);
    }
  }

  private static Flagging.Report report(JsonFields fields) {
    return new Flagging.Report(
        subject(fields),
        FlagPage.kind(fields.required("kind")),
        fields.text("text"),
        fields.text("link"),
        fields.text("image").map(ModerationCalls::image));
  }

  private static Flag.Image image(String base64) {
    byte[] file;
    try {
      file = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw JsonFields.wrong("image: must be a PNG or JPEG in base64 (RFC 4648), without blanks.");
    }
    return FlagPage.image(file);
  }

  private static Subject subject(JsonFields fields) {
    return Subject.parse(fields.required("about"))
        .orElseThrow(
            () ->
                JsonFields.wrong(
                    "about: posting:ID, requester:PLATFORM:ID, review:ID or reply:ID."));
  }

  void reply(Context ctx, Visitor visitor) {
    desk.count(ctx, visitor.account());
    JsonFields fields = JsonFields.of(ctx, List.of("about", "text"));
    Subject about = subject(fields);
    String text = fields.required("text");
    answer(ctx, checked(() -> desk.answering().reply(visitor.account(), about, text)));
  }

  void dispute(Context ctx, Visitor visitor) {
    desk.count(ctx, visitor.account());
    JsonFields fields = JsonFields.of(ctx, List.of("about", "reason"));
    Subject about = subject(fields);
    String reason = fields.required("reason");
    answer(ctx, checked(() -> desk.answering().dispute(visitor.account(), about, reason)));
  }

  private static void answer(Context ctx, Answered answered) {
    switch (answered) {
      case Answered.Replied(Reply reply) -> made(ctx, json(reply));
      case Answered.Disputed(ModerationCase opened) -> made(ctx, CaseView.json(opened));
      case Answered.Again _,
          Answered.NoSuch _,
          Answered.NotRequester _,
          Answered.Hidden _,
          Answered.NotWarned _ ->
          throw new HttpRefusal(
              AnswerPages.status(answered), "Not taken", AnswerPages.why(answered));
    }
  }

  void deleteReply(Context ctx, Visitor visitor) {
    if (!desk.answering().delete(visitor.account(), ctx.pathParam("id")))
      throw refusal(404, "no-such");
    ctx.status(204);
  }

  void appeal(Context ctx, Visitor visitor) {
    desk.count(ctx, visitor.account());
    JsonFields fields = JsonFields.of(ctx, List.of("case", "reason"));
    String id = fields.required("case");
    String reason = fields.required("reason");
    Appealed appealed = checked(() -> desk.appealing().appeal(visitor.account(), id, reason));
    switch (appealed) {
      case Appealed.Made(ModerationCase opened) -> made(ctx, CaseView.json(opened));
      case Appealed.NoSuch _, Appealed.Impossible _, Appealed.NotHers _, Appealed.Again _ ->
          throw new HttpRefusal(
              AnswerPages.status(appealed), "Not taken", AnswerPages.why(appealed));
    }
  }

  void vote(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    desk.count(ctx, account);
    JsonFields fields = JsonFields.of(ctx, List.of("vote", "rule", "reason"));
    Ballot ballot =
        checked(
            () ->
                CasePages.ballot(
                    fields.required("vote"),
                    fields.text("rule").orElse(""),
                    fields.required("reason")));
    switch (desk.judging().vote(account, ctx.pathParam("id"), ballot, Optional.empty())) {
      case Judged.Noted(ModerationCase now) ->
          made(ctx, CaseView.of(desk, now, Optional.of(account), CaseView.Typed.NOTHING).json());
      case Judged.NoSuch _ -> throw refusal(404, "no-such");
      case Judged.Over _ -> throw refusal(409, "over");
      case Judged.Twice _ -> throw refusal(409, "twice");
      case Judged.Concerned _ -> throw refusal(403, "concerned");
      case Judged.Changed _ -> throw refusal(409, "changed");
    }
  }

  // --- claims

  void claim(Context ctx, Visitor visitor) {
    desk.count(ctx, visitor.account());
    JsonFields fields = JsonFields.of(ctx, List.of("requester", "proof", "domain"));
    Subject requester = checked(() -> Subject.requester(fields.required("requester")));
    String word = fields.text("proof").orElse(Claim.Proof.PLATFORM.word());
    Claim.Proof proof =
        Worded.of(Claim.Proof.class, word)
            .orElseThrow(
                () -> JsonFields.wrong("proof: one of " + Worded.words(Claim.Proof.class) + "."));
    Claimed claimed =
        desk.claiming().claim(visitor.account(), requester, proof, fields.text("domain"));
    switch (claimed) {
      case Claimed.Made(Claim claim) -> made(ctx, json(claim, Optional.empty()));
      case Claimed.Exists _, Claimed.NoSuch _, Claimed.NotHerDomain _, Claimed.TooMany _ ->
          throw new HttpRefusal(ClaimPages.status(claimed), "Not taken", ClaimPages.why(claimed));
    }
  }

  void readClaim(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    Claim claim =
        desk.claiming()
            .own(visitor.account(), ctx.pathParam("id"))
            .orElseThrow(() -> refusal(404, "no-such"));
    Answer.own(ctx, json(claim, Optional.empty()).toString());
  }

  void check(Context ctx, Visitor visitor) {
    desk.count(ctx, visitor.account());
    switch (desk.claiming().check(visitor.account(), ctx.pathParam("id"))) {
      case Checked.Accepted(Claim claim) -> send(ctx, 200, json(claim, Optional.empty()));
      case Checked.NotYet(Claim claim, String why) -> send(ctx, 200, json(claim, Optional.of(why)));
      case Checked.Over(Claim claim) -> send(ctx, 200, json(claim, Optional.empty()));
      case Checked.NoSuch _ -> throw refusal(404, "no-such");
    }
  }

  void withdraw(Context ctx, Visitor visitor) {
    if (desk.claiming().withdraw(visitor.account(), ctx.pathParam("id")).isEmpty())
      throw refusal(404, "no-such");
    ctx.status(204);
  }

  // --- answers

  private static ObjectNode json(Flag flag, ModerationCase opened, boolean image) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", flag.id()).put("about", flag.about().toString());
    node.put("kind", flag.kind().word());
    flag.text().ifPresent(text -> node.put("text", text));
    flag.link().ifPresent(link -> node.put("link", link));
    node.put("image", image).put("state", flag.state().word());
    return node.put("created", flag.created().toString()).put("case", opened.id());
  }

  private static ObjectNode json(Reply reply) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", reply.id()).put("about", reply.about().toString());
    node.put("requester", reply.requester().toString()).put("text", reply.text());
    return node.put("hidden", reply.hidden()).put("created", reply.created().toString());
  }

  private static ObjectNode json(Claim claim, Optional<String> why) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", claim.id()).put("requester", claim.requester().toString());
    node.put("proof", claim.proof().word());
    claim
        .detail()
        .ifPresent(
            domain -> node.put("domain", domain).put("file", "https://" + domain + Claiming.FILE));
    node.put("code", claim.code()).put("state", claim.state().word());
    node.put("created", claim.created().toString());
    claim.decided().ifPresent(at -> node.put("decided", at.toString()));
    why.ifPresent(text -> node.put("missing", text));
    return node;
  }

  private static void made(Context ctx, ObjectNode body) {
    send(ctx, 201, body);
  }

  private static void send(Context ctx, int status, ObjectNode body) {
    Answer.send(ctx, status, Answer.JSON, "no-store", body.toString());
  }

  private static HttpRefusal refusal(int status, String key) {
    return new HttpRefusal(
        status, status == 404 ? "Not found" : "Not taken", ModerationWords.of(key));
  }

  /** What the people's words break, as an answer of the API. */
  private static <T> T checked(Supplier<T> act) {
    try {
      return act.get();
    } catch (IllegalArgumentException e) {
      throw JsonFields.wrong(FailureText.of(e));
    }
  }
}

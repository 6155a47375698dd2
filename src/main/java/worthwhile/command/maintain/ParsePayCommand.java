package worthwhile.command.maintain;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingJson;
import worthwhile.text.pay.PayText;
import worthwhile.text.pay.TaskTimeText;

/** {@code parse-pay}: what the pay parser understands of each line on standard input. */
@Command(
    name = "parse-pay",
    description = "Reads lines of text, prints the pay and time that each one states.",
    mixinStandardHelpOptions = true)
public final class ParsePayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Only lends its options: nothing of an instance is read here. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private Common common;

  @Override
  public Integer call() throws IOException {
    Out out = Out.of(spec);
    new LineAnswers()
        .print(out.results(), (line, _) -> PostingJson.MAPPER.writeValueAsString(understood(line)));
    return 0;
  }

  private static Map<String, Object> understood(String line) {
    var context = new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("text", line);
    PayText.find(line, context)
        .map(found -> found.withTimeOf(line))
        .ifPresentOrElse(
            found -> {
              answer.put("baseSalary", found.amount());
              found.minutes().ifPresent(minutes -> answer.put("timeRequired", minutes));
              found.hourly().ifPresent(hourly -> perHour(hourly, found.amount(), answer));
              found.bonus().ifPresent(bonus -> answer.put("bonus", bonus));
            },
            () -> TaskTimeText.of(line).ifPresent(time -> answer.put("timeRequired", time)));
    return answer;
  }

  /** The figure, or why there is none though amount and time are understood. */
  private static void perHour(
      BigDecimal hourly, MonetaryAmount stated, Map<String, Object> answer) {
    HourlyPay.doubt(hourly, stated, Rates.shipped())
        .ifPresentOrElse(
            doubt -> answer.put("notKnown", List.of(doubt)), () -> answer.put("hourly", hourly));
  }
}

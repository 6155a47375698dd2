package worthwhile.warning.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import worthwhile.warning.model.LearnedScams;
import worthwhile.warning.model.ScamModel;

/**
 * Learns the model of risk, and measures it on postings that it did not learn from: of ten parts,
 * each is told by a model of the other nine, and near twins are in one part. The curve is that of
 * these answers, so that it is not that of what was learned by heart.
 */
public final class ScamStudy {
  private static final int PARTS = 10;
  private static final int SEED = 1;
  private static final double ALARM = 0.5;

  private final List<KnownText> texts;
  private final int[] parts;

  private ScamStudy(List<KnownText> texts) {
    this.texts = texts;
    parts = parts(Twins.groups(texts));
  }

  /** What was learned, with its errors. */
  public record Result(LearnedScams learned, ScamFigures figures) {}

  /**
   * Learns from files.
   *
   * @param command that asks for it, to be kept with the model
   * @throws IllegalArgumentException if one cannot be used, with what is wrong
   */
  public static Result learn(List<Path> files, String command, LocalDate on) throws IOException {
    return new ScamStudy(KnownTexts.read(files)).result(command, on);
  }

  private Result result(String command, LocalDate on) {
    List<ScamModel> others = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) others.add(ScamTraining.learn(outside(part)));
    double[] sums = new double[parts.length];
    for (int i = 0; i < sums.length; i++) sums[i] = others.get(parts[i]).sum(texts.get(i).words());
    List<Integer> measured = measured();
    ScamFigures figures = figures(others, sums, measured);
    ScamModel model = under(curve(sums, measured), ScamTraining.learn(texts));
    SequencedMap<String, String> about = about(command, on, figures);
    about.put("genuine rows taken for frauds", alarms(others, sums, KnownText.Origin.ROWS, false));
    about.put(
        "genuine rows taken for frauds without profile and benefits",
        alarms(others, sums, KnownText.Origin.ROWS, true));
    about.put(
        "genuine tasks taken for frauds", alarms(others, sums, KnownText.Origin.TASKS, false));
    return new Result(new LearnedScams(about, model), figures);
  }

  private List<KnownText> outside(int part) {
    List<KnownText> outside = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) if (parts[i] != part) outside.add(texts.get(i));
    return outside;
  }

  /** The postings of the set half of which are frauds; of all sets if there is none. */
  private List<Integer> measured() {
    List<Integer> balanced = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++)
      switch (texts.get(i).origin()) {
        case BALANCED -> balanced.add(i);
        case ROWS -> rows.add(i);
        case TASKS -> {}
      }
    return balanced.isEmpty() ? rows : balanced;
  }

  private static int[] parts(int[] groups) {
    List<Integer> distinct = new ArrayList<>(Arrays.stream(groups).distinct().boxed().toList());
    Collections.shuffle(distinct, new Random(SEED));
    Map<Integer, Integer> part = new HashMap<>();
    for (int i = 0; i < distinct.size(); i++) part.put(distinct.get(i), i % PARTS);
    return Arrays.stream(groups).map(part::get).toArray();
  }

  private static ScamModel under(Curve curve, ScamModel model) {
    return model.under(curve.steepness(), curve.height());
  }

  private Curve curve(double[] sums, List<Integer> on) {
    double frauds = on.stream().filter(i -> texts.get(i).fraud()).count();
    double genuine = on.size() - frauds;
    return Curve.through(
        on.stream()
            .map(
                i ->
                    new Curve.Told(
                        sums[i],
                        texts.get(i).fraud(),
                        on.size()
                            * (texts.get(i).fraud()
                                ? ScamModel.NATURAL / frauds
                                : (1 - ScamModel.NATURAL) / genuine)))
            .toList());
  }

  /** Each part is told by the model and under the curve of the other parts. */
  private ScamFigures figures(List<ScamModel> others, double[] sums, List<Integer> measured) {
    List<ScamFigures.Known> known = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int here = part;
      Curve curve = curve(sums, measured.stream().filter(i -> parts[i] != here).toList());
      ScamModel model = under(curve, others.get(part));
      for (int i : measured)
        if (parts[i] == here)
          known.add(
              new ScamFigures.Known(
                  model.risk(texts.get(i).words()).value(), texts.get(i).fraud()));
    }
    return new ScamFigures(known, ScamModel.NATURAL);
  }

  /**
   * How many genuine postings, not learned from, look like frauds at even odds, and of how many.
   */
  private String alarms(
      List<ScamModel> others, double[] sums, KnownText.Origin origin, boolean without) {
    Curve curve = curve(sums, measured());
    int all = 0;
    int alarms = 0;
    for (int i = 0; i < texts.size(); i++) {
      KnownText text = texts.get(i);
      if (text.fraud() || text.origin() != origin) continue;
      ScamModel model = under(curve, others.get(parts[i]));
      all++;
      if (model.risk(without ? text.without() : text.words()).value() >= ALARM) alarms++;
    }
    return alarms + " of " + all;
  }

  private SequencedMap<String, String> about(String command, LocalDate on, ScamFigures figures) {
    SequencedMap<String, String> about = new LinkedHashMap<>();
    about.put("command", command);
    about.put("on", on.toString());
    about.put("texts", String.valueOf(texts.size()));
    about.put("frauds", String.valueOf(texts.stream().filter(KnownText::fraud).count()));
    about.put("measured on", String.valueOf(figures.risks().size()));
    about.put("balanced accuracy", number(figures.balancedAccuracy(ScamModel.EVEN)));
    about.put("PR-AUC at the natural rate", number(figures.prAuc()));
    return about;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

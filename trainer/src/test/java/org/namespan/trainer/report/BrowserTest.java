package org.namespan.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.decode.Activation;
import org.namespan.model.tag.Span;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.evaluation.ClassEvaluation;
import org.namespan.trainer.classifier.training.ClassDevScores;
import org.namespan.trainer.classifier.training.ClassifierEpoch;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.Comparison;
import org.namespan.trainer.evaluation.ComparisonReport;
import org.namespan.trainer.evaluation.CorpusTagger;
import org.namespan.trainer.evaluation.EvaluatedCorpus;
import org.namespan.trainer.evaluation.EvaluationDetail;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.ModelEvaluation;
import org.namespan.trainer.evaluation.PrecisionRecallCurve;
import org.namespan.trainer.evaluation.ScoreReport;
import org.namespan.trainer.evaluation.ScoredPrediction;
import org.namespan.trainer.evaluation.Scores;
import org.namespan.trainer.evaluation.SeenEntities;
import org.namespan.trainer.training.DevScores;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingSources;

/** Opens each page, of names that would be HTML, in Chromium where there is one. */
@Tag("slow")
class BrowserTest {

  private static final String SCRIPT = "</script><script>document.title='owned'</script>";
  private static final String IMAGE = "<img/src=x/onerror=document.title='owned'>";

  @TempDir private Path folder;

  /** Sixty sentences of words and types that would be HTML, of all lengths and one very long. */
  private static Corpus corpus() {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<String> tokens = List.of(IMAGE, "in", "x".repeat(i == 7 ? 3000 : 4), SCRIPT, "\u05d0");
      String type = List.of("geo", SCRIPT, IMAGE, "T".repeat(300)).get(i % 4);
      sentences.add(new Sentence(tokens, List.of(new Span(type, 2, 4))));
    }
    return new Corpus(SCRIPT + IMAGE, sentences, 0);
  }

  /**
   * Finds each span of every sentence, but shifts one in three and gives one in five a new type.
   */
  private static final CorpusTagger TAGGER =
      sentences -> {
        List<List<Span>> found = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
          Span gold = corpus().sentences().get(i % 60).spans().get(0);
          int start = i % 3 == 0 ? 1 : 2;
          found.add(List.of(new Span(i % 5 == 0 ? IMAGE : gold.type(), start, 4)));
        }
        return found;
      };

  private Path evaluation() throws IOException {
    GoldCorpus gold = new GoldCorpus(corpus());
    Set<String> types = corpus().types();
    EvaluatedCorpus plain =
        EvaluatedCorpus.of(
            ModelEvaluation.of(TAGGER, types, IMAGE, gold), gold, new SeenEntities(corpus()));
    ScoreReport worth =
        new ScoreReport(
            CalibrationError.of(
                List.of(
                    new ScoredPrediction(0.9, true),
                    new ScoredPrediction(0.9, false),
                    new ScoredPrediction(0.1, false))),
            new PrecisionRecallCurve(
                List.of(
                    new PrecisionRecallCurve.Point(0.1, new Scores(40, 60, 60)),
                    new PrecisionRecallCurve.Point(0.9, new Scores(30, 32, 60)))));
    Path file = folder.resolve("evaluation.html");
    EvaluationPage.write(
        plain.withParts(EvaluationDetail.of(plain.sentences()), worth, null), IMAGE, file);
    return file;
  }

  private Path comparison(int models, boolean seeds) throws IOException {
    Comparison comparison = new Comparison(new GoldCorpus(corpus()), null);
    for (int i = 0; i < models; i++) {
      comparison.add("runs/" + IMAGE + i + "/model.onnx", corpus().types(), TAGGER);
    }
    Path file = folder.resolve("comparison" + models + seeds + ".html");
    ComparisonPage.write(new ComparisonReport(comparison, seeds), SCRIPT, file);
    return file;
  }

  private Path training(int epochs, boolean dev, TrainingPage.State state) throws IOException {
    List<EpochReport> reports = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double f1 = 1 - 1.0 / (epoch + 1);
      DevScores scores = dev ? new DevScores(0.9, f1, f1, f1, f1 / 2) : null;
      reports.add(new EpochReport(epoch, 1.0 / epoch, scores, true, 1.5, 12_345));
    }
    Path file = folder.resolve("training" + epochs + dev + ".html");
    TrainingPage.Timing timing =
        epochs == 0 ? null : new TrainingPage.Timing(System.currentTimeMillis(), 90);
    new TrainingPage(
            SCRIPT,
            TrainingSubject.of(
                TrainingConfig.plain().optEpochs(8).build(),
                TrainingSources.of(corpus(), dev ? corpus() : null)),
            reports,
            state,
            timing)
        .write(file);
    return file;
  }

  private static final List<String> CLASSES = classes();

  /** So many that a table cannot hold them, and some that would be HTML, or are long. */
  private static List<String> classes() {
    List<String> classes = new ArrayList<>(List.of(SCRIPT, IMAGE, "C".repeat(300), "__proto__"));
    for (int c = 0; c < 40; c++) {
      classes.add("class " + c);
    }
    return classes;
  }

  private static LabelledCorpus texts() {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String text = i == 7 ? "x".repeat(3000) : SCRIPT + " \u05d0 " + IMAGE;
      texts.add(new LabelledText(text, List.of(CLASSES.get(i % CLASSES.size())), i + 1));
    }
    return new LabelledCorpus(SCRIPT + IMAGE, texts);
  }

  /** Gives one text in four the class behind its own. */
  private Path classification() throws IOException {
    ClassEvaluation evaluation = new ClassEvaluation(CLASSES, Activation.SOFTMAX);
    for (int i = 0; i < 200; i++) {
      int gold = i % CLASSES.size();
      int predicted = i % 4 == 0 ? (gold + 1) % CLASSES.size() : gold;
      double[] scores = new double[CLASSES.size()];
      scores[predicted] = 0.5 + i / 400.0;
      evaluation.add(List.of(CLASSES.get(gold)), List.of(predicted), scores);
    }
    Path file = folder.resolve("classification.html");
    ClassificationPage.write(evaluation, texts(), IMAGE, 1000, file);
    return file;
  }

  private Path classifierTraining() throws IOException {
    List<ClassifierEpoch> epochs =
        List.of(
            new ClassifierEpoch(
                1, 2, new ClassDevScores(0.5, 0.4, 0.5, 1, 0, List.of()), true, 1.5, 12_345),
            new ClassifierEpoch(
                2, 1, new ClassDevScores(0.7, 0.6, 0.7, 1, 0, List.of()), true, 1.5, 12_345));
    Path file = folder.resolve("classifier-training.html");
    new TrainingPage(
            SCRIPT,
            TrainingSubject.of(
                ClassifierConfig.standard().build(),
                new ClassifierSources(texts(), texts(), TextModels.whitespace(), "en")),
            epochs,
            TrainingPage.State.STOPPED,
            null)
        .write(file);
    return file;
  }

  @Test
  void pagesFitEveryScreenAndSayNothingToTheConsole() throws Exception {
    Path evaluation = evaluation();
    List<Path> others =
        List.of(
            classification(),
            classifierTraining(),
            comparison(1, false),
            comparison(3, false),
            comparison(3, true),
            training(0, true, TrainingPage.State.RUNNING),
            training(1, true, TrainingPage.State.RUNNING),
            training(8, false, TrainingPage.State.DONE));
    try (Browser browser = Browser.start()) {
      requireFit(browser, evaluation, 360, false);
      requireFit(browser, evaluation, 1280, true);
      for (Path page : others) {
        requireFit(browser, page, 360, true);
        requireFit(browser, page, 1280, false);
      }
    }
  }

  private static void requireFit(Browser browser, Path page, int width, boolean dark)
      throws IOException {
    String where = page.getFileName() + " at " + width + (dark ? " dark" : "");
    browser.open(page, width, dark);
    JsonArray widths =
        browser.evaluate("[document.scrollingElement.scrollWidth, innerWidth]").getAsJsonArray();
    assertTrue(widths.get(0).getAsInt() <= width, where + ": " + widths);
    assertEquals(width, widths.get(1).getAsInt(), where);
    assertEquals(List.of(), browser.messages, where);
    assertEquals("[5,0]", counts(browser, "script", "img"), where);
    assertTrue(browser.evaluate("document.title !== 'owned'").getAsBoolean(), where);
  }

  private static String counts(Browser browser, String... selectors) throws IOException {
    List<String> counts = new ArrayList<>();
    for (String selector : selectors) {
      counts.add("document.querySelectorAll('" + selector + "').length");
    }
    return browser.evaluate(counts.toString()).toString();
  }

  /** The curves, their numbers and their areas are those of the class that a reader chooses. */
  @Test
  void curvesOfAClassAreShown() throws Exception {
    Path page = classification();
    try (Browser browser = Browser.start()) {
      browser.open(page, 1280, true);
      assertEquals(
          "[5,5,5,45,25]",
          counts(
              browser,
              ".chart svg",
              "figure details table",
              "figure figcaption",
              "#choice option",
              "ol.errors li"));
      // Every text of "class 2" is given it, and no other one is.
      String choose =
          "(() => { const box = document.querySelector('#choice select');"
              + "box.selectedIndex = [...box.options].findIndex((each) =>"
              + " each.textContent.startsWith('class 2:'));"
              + "box.dispatchEvent(new Event('input', { bubbles: true }));"
              + "return document.querySelector('#choice [role=status]').textContent; })()";
      String all = browser.evaluate("document.querySelector('#curves table').innerHTML") + "";
      String told = browser.evaluate(choose).getAsString();
      assertTrue(told.startsWith("Areas: ROC 1.0000, precision by recall 1.0000"), told);
      assertNotEquals(
          all, browser.evaluate("document.querySelector('#curves table').innerHTML") + "");
      assertEquals(List.of(), browser.messages);
    }
  }

  /** Each chart has a name and a table; filters leave what they say. */
  @Test
  void chartsHaveTablesAndErrorsAreFiltered() throws Exception {
    Path page = evaluation();
    try (Browser browser = Browser.start()) {
      browser.open(page, 1280, false);
      assertEquals(
          "[6,6,6,6]",
          counts(
              browser,
              ".chart svg",
              ".chart[role=img][aria-label]",
              "figure details table",
              "figure figcaption"));
      // By hand: of 60 spans 20 have other bounds; of the others those of five have another type.
      Map<String, Integer> expected = Map.of("boundary", 20, "type", 6);
      for (Map.Entry<String, Integer> kind : expected.entrySet()) {
        String select =
            "(() => { const [kind] = document.querySelectorAll('form select');"
                + "kind.value = '%s'; kind.dispatchEvent(new Event('input', { bubbles: true }));"
                + "return document.querySelectorAll('ol.errors li').length; })()";
        assertEquals(kind.getValue(), browser.evaluate(select.formatted(kind.getKey())).getAsInt());
      }
      assertEquals(
          "\"0 of 0 errors shown.\"",
          browser
              .evaluate(
                  "(() => { const box = document.querySelector('input[type=search]');"
                      + "box.value = 'nowhere'; box.dispatchEvent(new Event('input',"
                      + " { bubbles: true })); return document.querySelector('[role=status]')"
                      + ".textContent; })()")
              .toString());
      assertEquals(List.of(), browser.messages);
    }
  }
}

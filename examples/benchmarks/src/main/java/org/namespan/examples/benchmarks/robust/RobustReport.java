package org.namespan.examples.benchmarks.robust;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.namespan.trainer.io.TextTable;

/**
 * The tables, the same in every locale.
 *
 * @param model name of the model
 * @param frames how often each frame holds
 * @param corpora what was measured on each corpus
 * @param command the command that was given
 */
record RobustReport(
    String model, List<FrameScore> frames, List<CorpusScore> corpora, String command) {

  /**
   * What was measured on one corpus.
   *
   * @param rawText how its raw text is split and tagged
   * @param changes each change of its texts
   */
  record CorpusScore(RawTextScore rawText, List<ChangeScore> changes) {}

  /** Found fillings from which a frame counts as held. */
  private static final int HELD = FrameScore.FILLINGS - 1;

  private static final Pattern MARKDOWN = Pattern.compile("[<>*_`\\[\\\\{]");

  /** The whole file. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder("# Text as people send it\n\n");
    write(text, true);
    return text.append("\n```\n").append(command).append("\n```\n").toString();
  }

  /** Aligned columns for a terminal. */
  String toText() {
    StringBuilder text = new StringBuilder();
    write(text, false);
    return text.toString();
  }

  private void write(StringBuilder text, boolean markdown) {
    UnaryOperator<String> literal = markdown ? RobustReport::code : name -> name;
    text.append("Model: ").append(model);
    text.append(". `examples/benchmarks/README.md` tells what is counted, and how.\n");
    text.append("\n## Frames\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%d of %d frames are right in at least %d of %d fillings.\n\n",
            frames.stream().filter(score -> score.found() >= HELD).count(),
            frames.size(),
            HELD,
            FrameScore.FILLINGS));
    text.append(laidOut(frameTable(literal), markdown));
    if (corpora.isEmpty()) {
      return;
    }
    text.append("\n## Raw text\n\n").append(laidOut(rawTextTable(), markdown));
    for (CorpusScore corpus : corpora) {
      text.append("\n## Changes of ").append(corpus.rawText().name()).append("\n\n");
      text.append(laidOut(changeTable(corpus.changes(), literal), markdown));
    }
  }

  private static String laidOut(TextTable table, boolean markdown) {
    return markdown ? table.toMarkdown() : table.toText();
  }

  /** Signs that Markdown would read are shown as they are. */
  private static String code(String name) {
    String fence = name.indexOf('`') >= 0 ? "``" : "`";
    return MARKDOWN.matcher(name).find() ? fence + " " + name + " " + fence : name;
  }

  private TextTable frameTable(UnaryOperator<String> literal) {
    TextTable table =
        new TextTable(List.of("kind", "frame", "plain", "right offsets", "and types"));
    for (FrameScore score : frames) {
      table.add(
          List.of(
              score.frame().kind(),
              literal.apply(score.frame().shown()),
              "" + score.plain(),
              "" + score.found(),
              "" + score.sameType()));
    }
    return table;
  }

  private TextTable rawTextTable() {
    TextTable table =
        new TextTable(
            List.of(
                "corpus",
                "sentences",
                "token boundaries, F1",
                "all tokens right",
                "not cut",
                "spans that no tokens make, per 1,000",
                "span F1, raw text",
                "span F1, gold tokens"));
    for (CorpusScore corpus : corpora) {
      RawTextScore score = corpus.rawText();
      table.add(
          List.of(
              score.name(),
              String.format(Locale.ROOT, "%,d", score.sentences()),
              decimals(score.boundaries().f1()),
              percent(score.exact(), score.sentences()),
              percent(score.whole(), score.sentences()),
              String.format(Locale.ROOT, "%.1f", score.inexpressiblePerThousand()),
              decimals(score.raw().f1()),
              decimals(score.ready().f1())));
    }
    return table;
  }

  private static TextTable changeTable(List<ChangeScore> changes, UnaryOperator<String> literal) {
    TextTable table =
        new TextTable(
            List.of(
                "kind",
                "change",
                "texts",
                "entities",
                "right offsets",
                "share",
                "and types",
                "others"));
    for (ChangeScore score : changes) {
      table.add(
          List.of(
              score.change().kind(),
              literal.apply(score.change().name()),
              String.format(Locale.ROOT, "%,d", score.texts()),
              String.format(Locale.ROOT, "%,d", score.entities()),
              String.format(Locale.ROOT, "%,d", score.found()),
              percent(score.found(), score.entities()),
              percent(score.sameType(), score.entities()),
              String.format(Locale.ROOT, "%,d", score.others())));
    }
    return table;
  }

  private static String decimals(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}

package org.namespan.trainer.report;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.namespan.trainer.evaluation.ComparisonReport;

/** The page of {@code namespan compare --report}: models side by side, in each case. */
public final class ComparisonPage {

  private ComparisonPage() {}

  /**
   * Writes the page of one comparison. A file of that name is replaced once everything is written.
   *
   * @param corpus name of the corpus
   * @throws IOException if the file cannot be written
   */
  public static void write(ComparisonReport report, String corpus, Path file) throws IOException {
    page(report, corpus).write(file);
  }

  static HtmlPage page(ComparisonReport report, String corpus) {
    JsonObject json = report.toJson();
    json.addProperty("corpus", corpus);
    return new HtmlPage("comparison", "Comparison on " + corpus, json);
  }
}

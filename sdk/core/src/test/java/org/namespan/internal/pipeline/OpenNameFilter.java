package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.text.Token;

/** {@link NameFilter}, for tests of other packages. */
public final class OpenNameFilter {

  private OpenNameFilter() {}

  /** What it leaves of spans of a sentence. */
  public static List<ScoredSpan> filter(List<String> sentence, List<ScoredSpan> spans) {
    List<ScoredSpan> filtered = new ArrayList<>();
    for (ScoredSpan span : spans) {
      new NameFilter().add(Token.of(sentence), span, filtered);
    }
    return filtered;
  }
}

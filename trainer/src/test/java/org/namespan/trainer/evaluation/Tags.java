package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

/** Tags written as text, for tests. */
final class Tags {

  private Tags() {}

  static List<Tag> bio(String tags) {
    return parse(tags, TagScheme.BIO);
  }

  /** The spans of BIO tags. */
  static List<Span> spans(String tags) {
    return TagScheme.BIO.decode(bio(tags));
  }

  static List<Tag> parse(String tags, TagScheme scheme) {
    List<Tag> parsed = new ArrayList<>();
    for (String tag : tags.split(" ")) {
      parsed.add(Tag.parse(tag, scheme));
    }
    return parsed;
  }

  /** The result of one sentence. */
  static EvaluationResult evaluate(TagScheme scheme, String gold, String predicted) {
    Evaluation evaluation = new Evaluation(scheme);
    evaluation.add(parse(gold, scheme), parse(predicted, scheme));
    return evaluation.result();
  }

  /** The result of the example in seqeval's README. */
  static EvaluationResult seqevalReadme() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(bio("O O O B-MISC I-MISC I-MISC O"), bio("O O B-MISC I-MISC I-MISC I-MISC O"));
    evaluation.add(bio("B-PER I-PER O"), bio("B-PER I-PER O"));
    return evaluation.result();
  }
}

package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.TagScheme;

class ConfusionTest {

  @Test
  void sortsSpansIntoCells() {
    Confusion confusion =
        confusion(
            "B-per O B-geo I-geo O B-org I-org O B-tim O O",
            "B-per O B-org I-org O B-org O O O O B-per");
    assertEquals(
        Map.of(
            "per",
            Map.of("per", 1L),
            "geo",
            Map.of("org", 1L),
            "org",
            Map.of(Confusion.BOUNDARY, 1L),
            "tim",
            Map.of(Confusion.MISSED, 1L),
            Confusion.BOUNDARY,
            Map.of("org", 1L),
            Confusion.SPURIOUS,
            Map.of("per", 1L)),
        confusion.rows());
    assertEquals(List.of("geo", "org", "per", "tim"), List.copyOf(confusion.confusedTypes()));
    assertEquals(1, confusion.count("geo", "org"));
    assertEquals(0, confusion.count("org", "geo"));
    assertEquals(0, confusion.count("none", "none"));
  }

  @Test
  void oneLongSpanOverTwoGoldSpansIsCountedOnceOnItsSide() {
    Confusion confusion = confusion("B-per B-per O", "B-per I-per I-per");
    assertEquals(2, confusion.count("per", Confusion.BOUNDARY));
    assertEquals(1, confusion.count(Confusion.BOUNDARY, "per"));
  }

  @Test
  void neighboursDoNotMeet() {
    Confusion confusion = confusion("B-per I-per O", "O O B-per");
    assertEquals(1, confusion.count("per", Confusion.MISSED));
    assertEquals(1, confusion.count(Confusion.SPURIOUS, "per"));
  }

  @Test
  void rightSpansConfuseNothing() {
    Confusion confusion = confusion("B-per B-geo", "B-per B-geo");
    assertEquals(List.of(), List.copyOf(confusion.confusedTypes()));
  }

  private static Confusion confusion(String gold, String predicted) {
    return Tags.evaluate(TagScheme.BIO, gold, predicted).confusion();
  }
}

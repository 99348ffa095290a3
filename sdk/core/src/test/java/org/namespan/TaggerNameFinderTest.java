package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.namespan.model.ModelBytes;

class TaggerNameFinderTest {

  private static final ByteBuffer MODEL = ByteBuffer.wrap(ModelBytes.fixture(2));

  @Test
  void spansAreTheEntitiesOfTheTagger() throws IOException {
    String text = "Barack Obama flew to Thailand in December .";
    String[] tokens = text.split(" ");
    try (EntityTagger tagger = EntityTagger.load(MODEL)) {
      List<String> expected = new ArrayList<>();
      for (Entity entity : tagger.tag(text)) {
        expected.add(entity.type() + " " + entity.text());
      }
      List<String> found = new ArrayList<>();
      for (Span span : new TaggerNameFinder(tagger).find(tokens)) {
        found.add(
            span.getType()
                + " "
                + String.join(" ", Span.spansToStrings(new Span[] {span}, tokens)));
      }
      assertEquals(List.of("per Barack Obama", "geo Thailand", "tim December"), found);
      assertEquals(expected, found);
    }
  }

  @Test
  void aSpanHasTheScoreOfItsEntity() throws IOException {
    try (EntityTagger tagger = EntityTagger.load(MODEL)) {
      Span[] spans = new TaggerNameFinder(tagger).find(new String[] {"to", "Thailand"});
      assertEquals(tagger.tag("to Thailand").get(0).score(), spans[0].getProb(), 1e-6);
    }
  }

  @Test
  void findsNothingInNoTokens() throws IOException {
    try (EntityTagger tagger = EntityTagger.load(MODEL)) {
      TaggerNameFinder finder = new TaggerNameFinder(tagger);
      finder.clearAdaptiveData();
      assertEquals(0, finder.find(new String[0]).length);
    }
  }

  @Test
  void endsWithItsTagger() throws IOException {
    EntityTagger tagger = EntityTagger.load(MODEL);
    TaggerNameFinder finder = new TaggerNameFinder(tagger);
    tagger.close();
    assertThrows(IllegalStateException.class, () -> finder.find(new String[] {"a"}));
  }
}

package org.namespan.model.en;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;

class BundledModelTest {

  private static final String MODEL = "namespan-en.onnx";
  private static final int MOST_BYTES = 6_000_000;

  @Test
  void findsPersonPlaceAndTime() throws IOException {
    try (EntityTagger tagger = EntityTagger.english()) {
      List<Entity> entities = tagger.tag("Barack Obama flew to Thailand in December .");
      assertEquals(
          List.of("per Barack Obama 0-12", "geo Thailand 21-29", "tim December 33-41"),
          entities.stream()
              .map(e -> e.type() + " " + e.text() + " " + e.start() + "-" + e.end())
              .toList());
    }
  }

  @Test
  void needsNoCapitals() throws IOException {
    try (EntityTagger tagger = EntityTagger.english()) {
      for (String text :
          List.of("i met john in new york on friday", "I MET JOHN IN NEW YORK ON FRIDAY")) {
        assertEquals(
            List.of("per 6-10", "geo 14-22", "tim 26-32"),
            tagger.tag(text).stream()
                .map(e -> e.type() + " " + e.start() + "-" + e.end())
                .toList());
      }
    }
  }

  @Test
  void knowsTheEightTypesAndWhereItComesFrom() throws IOException {
    try (EntityTagger tagger = EntityTagger.english()) {
      assertEquals(
          Set.of("art", "eve", "geo", "gpe", "nat", "org", "per", "tim"), tagger.info().types());
      for (String fact : List.of("training.data", "training.licence", "training.seed")) {
        assertTrue(tagger.info().facts().containsKey(fact), fact);
      }
    }
  }

  /** The largest text models there are, on text made at random. */
  @Test
  void splitsTextAsTheTablesOfItsModelsDo() throws IOException {
    try (TaggerSession session = TaggerSession.open(ByteBuffer.wrap(resource(MODEL)), MODEL)) {
      TextModels models = session.metadata().textModels();
      TextSplitter splitter = TextSplitter.of(models);
      TextSplitter byTables = TextSplitter.of(models.asTables());
      Random random = new Random(22);
      for (int i = 0; i < 2000; i++) {
        String text = randomText(random);
        assertEquals(splitter.split(text), byTables.split(text));
      }
    }
  }

  private static String randomText(Random random) {
    String[] words = {"Mr", "U.S", "it", "'s", "don", "n't", "co", "Smith", "3", "é", "Dec", "www"};
    String[] signs = {" ", " ", " ", ".", ". ", ",", "'", "\"", "-", "(", ")", "$", "%", "!", "/"};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      text.append(words[random.nextInt(words.length)]).append(signs[random.nextInt(signs.length)]);
    }
    return text.toString();
  }

  @Test
  void isTheFileWhoseChecksumIsPublished() throws IOException, GeneralSecurityException {
    byte[] model = resource(MODEL);
    String published = new String(resource(MODEL + ".sha256"), StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
    assertEquals(HexFormat.of().formatHex(digest) + "  " + MODEL, published.strip());
    assertTrue(model.length <= MOST_BYTES, model.length + " bytes");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = EntityTagger.class.getResourceAsStream("model/en/" + name)) {
      return stream.readAllBytes();
    }
  }
}

package org.namespan.model.en.gmb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** The file is the one that MODEL_CARD.md describes. */
class NewsModelTest {

  private static final String FOLDER = "/org/namespan/model/en-gmb/";
  private static final String MODEL = "namespan-en-gmb.onnx";
  private static final int MOST_BYTES = 5_000_000;

  private static EntityTagger tagger;

  @BeforeAll
  static void load() throws IOException {
    tagger = EntityTagger.bundled("en-gmb");
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  @Test
  void isTheFileWhoseChecksumIsPublished() throws IOException, GeneralSecurityException {
    byte[] model = resource(MODEL);
    String published = new String(resource(MODEL + ".sha256"), StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
    assertEquals(HexFormat.of().formatHex(digest) + "  " + MODEL, published.strip());
    assertTrue(model.length <= MOST_BYTES, model.length + " bytes");
  }

  @Test
  void hasItsCardBesideIt() throws IOException {
    String card = new String(resource("MODEL_CARD.md"), StandardCharsets.UTF_8);
    assertEquals("# The English news model", card.lines().findFirst().orElseThrow());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = EntityTagger.class.getResourceAsStream(FOLDER + name)) {
      assertNotNull(stream, FOLDER + name);
      return stream.readAllBytes();
    }
  }

  @Test
  void saysWhatItIs() {
    assertEquals(
        Set.of("art", "eve", "geo", "gpe", "nat", "org", "per", "tim"), tagger.info().types());
    assertEquals("BIO", tagger.info().scheme());
    assertEquals(38_000, tagger.info().vocabularySize());
    assertEquals(0.425, tagger.info().minScore());
    assertEquals("0.8509", tagger.info().facts().get("test.f1"));
    assertEquals("1", tagger.info().facts().get("training.seed"));
  }

  @Test
  void scoresAreThoseOfTheFile() {
    List<Entity> entities = tagger.tag("Barack Obama flew to Thailand in December .");
    assertEquals("per Barack Obama, geo Thailand, tim December", shown(entities));
    double[] expected = {0.883, 0.994, 0.983};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], entities.get(i).score(), 0.005, entities.get(i).type());
    }
  }

  /** What the card says it gets wrong, and what its corpus has otherwise than others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "RT @bob: heading to Glastonbury w/ Kate!! #glasto ~ per RT, per Kate",
        "Apple fired its lawyer and hired Orange. ~ org Apple, geo Orange",
        "The Amazon flows through Brazil; Amazon opened a warehouse in Leeds."
            + " ~ geo Brazil, geo Amazon, geo Leeds",
        "Shell shares fell, said Rice, who lives in Reading. ~ per Shell, per Rice",
        "Sen. John McCain met Prime Minister Tony Blair."
            + " ~ per Sen. John McCain, per Prime, per Tony Blair",
        "World War II ended in 1945. ~ eve II, tim 1945",
        "When Hurricane Katrina hit New Orleans in 2005 ~ geo New Orleans, tim 2005",
        "British troops left Iraq. ~ gpe British, geo Iraq",
      })
  void findsWhatItsCardSays(String text, String expected) {
    assertEquals(expected, shown(tagger.tag(text)));
  }

  private static String shown(List<Entity> entities) {
    return entities.stream().map(e -> e.type() + " " + e.text()).collect(Collectors.joining(", "));
  }
}

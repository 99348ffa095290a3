package org.namespan.examples.integrations.tika;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ner.NERecogniser;
import org.apache.tika.parser.ner.NamedEntityParser;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class NamespanRecogniserTest {

  private static final String TEXT =
      "Barack Obama of Microsoft flew to Thailand in December. Angela Merkel stayed in Berlin.";

  @AfterEach
  void forgetTheProperty() {
    System.clearProperty(NamedEntityParser.SYS_PROP_NER_IMPL);
  }

  @Test
  void namesAreSortedByTikasTypes() {
    NERecogniser recogniser = new NamespanRecogniser();
    assertTrue(recogniser.isAvailable());
    assertEquals(
        Map.of(
            "PERSON", Set.of("Barack Obama", "Angela Merkel"),
            "ORGANIZATION", Set.of("Microsoft"),
            "LOCATION", Set.of("Thailand", "Berlin"),
            "DATE", Set.of("December")),
        recogniser.recognise(TEXT));
    assertTrue(recogniser.getEntityTypes().containsAll(Set.of("PERSON", "LOCATION", "GPE")));
    assertEquals(Map.of(), recogniser.recognise(""));
  }

  @Test
  void tikasParserWritesThemToTheMetadata() throws IOException, SAXException, TikaException {
    System.setProperty(NamedEntityParser.SYS_PROP_NER_IMPL, NamespanRecogniser.class.getName());
    Metadata metadata = new Metadata();
    metadata.set(Metadata.CONTENT_TYPE, "text/plain");
    try (InputStream text = new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8))) {
      new NamedEntityParser().parse(text, new BodyContentHandler(), metadata, new ParseContext());
    }
    assertArrayEquals(
        new String[] {"Barack Obama", "Angela Merkel"}, metadata.getValues("NER_PERSON"));
    assertArrayEquals(new String[] {"Thailand", "Berlin"}, metadata.getValues("NER_LOCATION"));
  }
}

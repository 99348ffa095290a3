package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.util.Span;
import org.namespan.model.ModelBytes;

/** Wherever a finder says that names stand, entities stand in the text, in order. */
class RecognizerFuzzTest {

  private static final ByteBuffer MODEL = ByteBuffer.wrap(ModelBytes.fixture(3));

  /** Whether the finder comes before the model, eight places, then the text in UTF-16. */
  @FuzzTest(maxDuration = "1m")
  void entitiesStandInTheText(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(34, bytes.length)));
    boolean before = (in.getShort() & 1) == 0;
    int[] places = new int[8];
    for (int i = 0; i < places.length; i++) {
      places[i] = in.getInt();
    }
    String text = in.asCharBuffer().toString();
    Recognizer.TextFinder finder =
        shown -> {
          List<Span> spans = new ArrayList<>();
          for (int place : places) {
            int start = (place >>> 16) % Math.max(1, shown.length());
            int end = start + 1 + (place & 0xFF) % 32;
            if (end <= shown.length()) {
              spans.add(new Span(start, end, (place & 0x100) == 0 ? "a" : "b"));
            }
          }
          return spans.toArray(Span[]::new);
        };
    TaggerOptions options =
        TaggerOptions.defaults().withRecognizer(new Recognizer("finder", finder, before));
    try (EntityTagger tagger = EntityTagger.load(MODEL, options)) {
      Document document = tagger.tagDocument(text);
      assertEquals(document.entities(), tagger.tag(text));
      int end = 0;
      for (Entity entity : document.entities()) {
        assertTrue(end <= entity.start() && entity.start() < entity.end());
        assertEquals(text.substring(entity.start(), entity.end()), entity.text());
        end = entity.end();
      }
      List<Entity> read = new ArrayList<>();
      tagger.tag(new StringReader(text), read::add);
      assertEquals(document.entities(), read);
    }
  }
}

package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntryTextTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "Z9", "\n", "\\", "u", "\\u0041", "\0", "é", "語", "א", "😀", "\uD83D", "\uDE00")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "61", tries = 2000)
  void unescapesWhatItEscapes(@ForAll("texts") String text) {
    byte[] utf8 = EntryText.escape(text).getBytes(StandardCharsets.UTF_8);
    assertEquals(text, new String(EntryText.unescape(utf8)));
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().filter(b -> b != '\\').array(byte[].class).ofMaxSize(12);
  }

  /** What has no escapes is plain UTF-8, malformed or not. */
  @Property(seed = "62", tries = 5000)
  void readsUtf8AsJavaDoes(@ForAll("bytes") byte[] bytes) {
    assertEquals(new String(bytes, StandardCharsets.UTF_8), new String(EntryText.unescape(bytes)));
  }
}

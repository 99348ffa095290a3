package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Layout;

class EscapeSequencesTest {

  private static String decoded(String text) {
    Rewriting decoded = EscapeSequences.decode(text);
    return decoded == null ? text : decoded.toString();
  }

  /** With {@code ⏎} and {@code ⇥} for what is decoded. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Barack Obama\\nAngela Merkel ~ Barack Obama⏎Angela Merkel",
        "visited Germany\\nfor the first time ~ visited Germany⏎for the first time",
        "Q:\\nWho left Berlin.\\r\\n\\r\\nRome ~ Q:⏎Who left Berlin.⏎⏎Rome",
        "Berlin\\tRome ~ Berlin⇥Rome",
        "he said \\\"Obama\\\" and Tony\\'s ~ he said \"Obama\" and Tony's",
        "Jos\\u00e9 <b>AC\\/DC<\\/b> ~ José <b>AC/DC</b>",
        "Jos=C3=A9 =e2=82=AC5 ~ José €5",
        "JosÃ© SÃ£o Merkelâ€™s Ã‰douard GdaÅ„sk ~ José São Merkel’s Édouard Gdańsk",
      })
  void decodes(String text, String expected) {
    assertEquals(expected, decoded(text).replace("\r", "").replace('\n', '⏎').replace('\t', '⇥'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Barack Obama visited Zürich.",
        "open C:\\new\\temp\\readme first",
        "(C:\\new)",
        "C:\\Users\\nina",
        "\\\\server\\notes",
        "\\nabla and \\textbf{Obama} in $\\nu$",
        "DOMAIN\\nina",
        "Obama\\\\nMerkel",
        "\\/ \\u00g9 \\u00e",
        "q=C3 and a=A9 =C3=41 =C0=80 =E0=82=80 =ED=A0=80 =F8=88=80=80",
        "=====\n5 =\n6",
        "IRMÃ» SÃO âge Â Ã ”Å” »Å«",
      })
  void leavesWhatMayBeMeantAsItStands(String text) {
    assertNull(EscapeSequences.decode(text));
  }

  @Test
  void joinsLinesThatQuotedPrintableHasBroken() {
    assertEquals("They visited Germany.", decoded("They visited Ger=\r\nmany."));
    String wide = "x".repeat(59);
    assertEquals(wide + " Obama", decoded(wide + " =\nObama"));
    assertNull(EscapeSequences.decode(wide.substring(1) + " =\nObama"));
  }

  @Test
  void leadsBackToTheOriginal() {
    CleanText clean = CleanText.of("\\u00C9va\\nAn\u00ADge=\nla", Layout.AUTO);
    assertEquals("\u00C9va\u2029Angela", clean.text());
    int[] starts = {0, 6, 7, 8, 10, 11, 13, 14, 17, 18};
    int[] ends = {6, 7, 8, 10, 11, 12, 14, 15, 18, 19};
    for (int i = 0; i < starts.length; i++) {
      assertEquals(starts[i], clean.start(i));
      assertEquals(ends[i], clean.end(i));
    }
  }

  /** Java's own decoder is the judge. */
  @Property(tries = 500, seed = "23")
  void decodesEachCharacterOfUtf8(
      @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'à', to = 'ﬀ') String text) {
    StringBuilder quoted = new StringBuilder();
    String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String shown = valid.replace("?", "");
    for (byte b : shown.getBytes(StandardCharsets.UTF_8)) {
      quoted.append(String.format("=%02X", b));
    }
    assertEquals(shown, decoded(quoted.toString()));
  }

  /** What UTF-8 and Windows-1252 make of the letters of Latin-1. */
  @Test
  void decodesLettersThatWereReadAsWindows1252() {
    for (char c = 'à'; c <= 'ÿ'; c++) {
      byte[] bytes = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
      String misread = new String(bytes, Charset.forName("windows-1252"));
      assertNotNull(EscapeSequences.decode("x" + misread));
      assertEquals("x" + c, decoded("x" + misread));
    }
  }
}

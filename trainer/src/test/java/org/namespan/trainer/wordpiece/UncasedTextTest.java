package org.namespan.trainer.wordpiece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UncasedTextTest {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              char c = (char) Integer.parseInt(match.group(1), 16);
              return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
            });
  }

  /** Code points that Unicode had no character for when Java 17 or the original was made. */
  private static boolean dependsOnTheVersionOfUnicode(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.UNASSIGNED);
  }

  @Test
  void splitsAsTheOriginalDoes() throws IOException {
    List<String> differing = new ArrayList<>();
    int texts = 0;
    try (InputStream in = getClass().getResourceAsStream("uncased-words.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("# ")) {
          continue;
        }
        String[] columns = line.split("\t", -1);
        String text = unescape(columns[0]);
        List<String> expected =
            columns[1].isEmpty()
                ? List.of()
                : Arrays.stream(columns[1].split(" ")).map(UncasedTextTest::unescape).toList();
        texts++;
        if (!UncasedText.words(text).equals(expected) && !dependsOnTheVersionOfUnicode(text)) {
          differing.add(line);
        }
      }
    }
    assertEquals(List.of(), differing);
    assertTrue(texts > 180, texts + " texts");
  }
}

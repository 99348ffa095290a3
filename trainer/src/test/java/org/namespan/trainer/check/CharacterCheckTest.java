package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterCheckTest {
  @TempDir Path folder;

  @Test
  void oddCharactersByWhatTheyAre() throws IOException {
    CheckedFile train =
        file(
            folder,
            TRAIN,
            "a\u200Bb/O c/O \u200B/O|e\u00ADf/B-per|g\uFEFF/O \uFFFD/O h\u0007/O \uE000/O cafÃ©/O");
    assertEquals(
        List.of(
            "zero-width U+200B: 2 tokens [train:1 a<U+200B>b, train:3 <U+200B>]",
            "byte-order-mark U+FEFF: 1 token [train:7 g<U+FEFF>]",
            "control U+0007: 1 token [train:9 h<U+0007>]",
            "mojibake: 1 token [train:11 cafÃ© was café]",
            "private-use U+E000: 1 token [train:10 <U+E000>]",
            "replacement U+FFFD: 1 token [train:8 <U+FFFD>]",
            "soft-hyphen U+00AD: 1 token [train:5 e<U+00AD>f]"),
        show(finding(new CharacterCheck(), FindingKind.CHARACTERS, train)));
  }

  @Test
  void tokensWithWhiteSpace() throws IOException {
    CheckedFile train = file(folder, TRAIN, "a\u00A0b/O c/O|a\u00A0b/O|d\u3000/O");
    assertEquals(
        List.of(
            "a<U+00A0>b: 2 tokens [train:1 a<U+00A0>b, train:4 a<U+00A0>b]",
            "d<U+3000>: 1 token [train:6 d<U+3000>]"),
        show(finding(new CharacterCheck(), FindingKind.SPACES, train)));
  }

  @ParameterizedTest
  @CsvSource({
    "x\u202E, invisible U+202E",
    "x\u2060y, zero-width U+2060",
    "\u0378, unassigned U+0378",
    "Рaris, mixed-scripts",
    "a\u200Db, zero-width U+200D"
  })
  void whatIsOdd(String token, String name) {
    assertEquals("[" + name + "]", OddCharacters.of(token).toString());
  }

  /** Emoji sequences, joining scripts, accents, quotes and signs are text like any other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "Zürich",
        "naïve",
        "É",
        "“x”",
        "…",
        "👩🏽‍🚀",
        "❤️",
        "می‌خواهم",
        "क्‍ष",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "Москва",
        "東京",
        "e\u0301",
        "µm",
        "α-synuclein",
        "Âge",
        "Ã",
        "±5"
      })
  void whatIsNot(String token) {
    assertEquals("[]", OddCharacters.of(token).toString(), token);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("éüßñçøæœšž€“”‘’–—äöÀÉ")
        .ofMinLength(1)
        .ofMaxLength(8);
  }

  /** What was read in the wrong encoding is told as it was, and nothing else is. */
  @Property
  void mojibakeIsRepaired(@ForAll("words") String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    String read = new String(bytes, Charset.forName("windows-1252"));
    boolean ascii = word.chars().allMatch(c -> c < 0x80);
    // Five bytes stand for nothing in windows-1252, and are lost.
    if (read.indexOf('\uFFFD') < 0) {
      assertEquals(ascii ? Optional.empty() : Optional.of(word), OddCharacters.repaired(read));
    }
  }
}

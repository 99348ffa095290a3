package org.namespan.trainer.wordpiece;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordShapeTest {

  @ParameterizedTest
  @CsvSource({
    "house, LOWER",
    "e-mail, LOWER",
    "'''s', LOWER",
    "東京, LOWER",
    "Paris, TITLE",
    "Zürich, TITLE",
    "O'er, TITLE",
    "NATO, UPPER",
    "U.S., UPPER",
    "ÄÖ, UPPER",
    "A, INITIAL",
    "J., INITIAL",
    "iPhone, MIXED",
    "McDonald, MIXED",
    "O'Brien, MIXED",
    "12, NUMBER",
    "'1,000.5', NUMBER",
    "١٢, NUMBER",
    "B2B, ALPHANUMERIC",
    "4th, ALPHANUMERIC",
    "..., OTHER",
    "-, OTHER",
    "😀, OTHER"
  })
  void tellsHowATokenIsWritten(String token, WordShape shape) {
    assertEquals(shape, WordShape.of(token));
  }

  @Test
  void noTokenHasRowZero() {
    assertEquals(0, WordShape.NONE.id());
    assertEquals(WordShape.OTHER, WordShape.of(""));
  }
}

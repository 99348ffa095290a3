package org.namespan.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.namespan.model.text.ControlCharacters;

class ControlCharactersTest {

  @Test
  void showsThemByTheirCodes() {
    assertEquals(
        "a\\u001b[2J\\u009b1m\\u000a\\u0009\\u0000\\u007f\\u2028\\u2029",
        ControlCharacters.escape("a\u001b[2J\u009b1m\n\t\0\u007f\u2028\u2029"));
  }

  @Test
  void showsDirectionsAndHalvesOfPairs() {
    assertEquals(
        "a\\u202eb\\u2066\\u2069\\u200f\\u061c \\ude00\\ud83d",
        ControlCharacters.escape("a\u202eb\u2066\u2069\u200f\u061c \ude00\ud83d"));
    assertEquals("\\ud83dx", ControlCharacters.escape("\ud83dx"));
  }

  @Test
  void tellsWhereThereAreAny() {
    for (String text : new String[] {"\n", "a\u202e", "\ud83d", "\ude00", "\u0085", "\u007f"}) {
      assertTrue(ControlCharacters.areIn(text));
      assertEquals(6 + text.length() - 1, ControlCharacters.escape(text).length());
    }
    assertFalse(ControlCharacters.areIn("Zoë \uD83D\uDE00 東京\u00A0\u200d\\u001b"));
  }

  @Test
  void leavesOtherTextAlone() {
    String text = "Zoë \uD83D\uDE00 東京\u00A0\\u001b";
    assertSame(text, ControlCharacters.escape(text));
  }

  @Test
  void keepsJson() {
    String text = "\u009b31m \u007f \\ \" \n é";
    String json = ControlCharacters.escape(new Gson().toJson(text));
    assertEquals(-1, json.indexOf('\u009b'));
    assertEquals(text, JsonParser.parseString(json).getAsString());
  }
}

package org.namespan.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

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

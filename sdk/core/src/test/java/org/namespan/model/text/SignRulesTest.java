package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignRulesTest {

  /** The pre-token with {@code ^} where the rules part it, {@code ~} where they forbid to. */
  private static String shown(String preToken) {
    SignRules rules = new SignRules(preToken);
    StringBuilder shown = new StringBuilder().append(preToken.charAt(0));
    for (int i = 1; i < preToken.length(); i++) {
      boolean letters =
          Character.isLetterOrDigit(preToken.charAt(i - 1))
              && Character.isLetterOrDigit(preToken.charAt(i));
      if (!letters) {
        SignRules.Answer answer = rules.at(i);
        shown.append(
            answer == SignRules.Answer.BOUNDARY
                ? "^"
                : answer == SignRules.Answer.WHOLE ? "~" : "");
      }
      shown.append(preToken.charAt(i));
    }
    return shown.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'^Obama^'",
        "'^Berlin^'^.",
        "(^Obama^)^.",
        "OBAMA^'~S",
        "PARIS^'",
        "ROME^.",
        "INC~.",
        "U~.~S.",
        "J~.~K.",
        "J~.~K~.^Rowling",
        "Berlin^.^Merkel",
        "Paris^,^London",
        "5~,~000",
        "10~:~30",
        "Name^:^Smith",
        "Berlin^/^Paris",
        "AC^/^DC",
        "he^/^she",
        "Obama^-~-^then",
        "left^.~.~.^Then",
        "Trafford^;",
        "good^!!!",
        "Gov~.",
        "AT&T",
        "O'Brien",
        "Jean-Claude",
        "R2-D2",
        "F-16",
        "don't",
        "'s",
        "'90s",
        ":~-~)",
        "a~.~b~@~c~.~org^,",
        "http~:~/~/~a~.~b~/~c",
        "[^Obama^]",
        "Obama^[^x^]",
        "word~(~s~)",
        "word~(~s~)^.",
        "box~(~es~)^,",
        "word^(^ies^)",
        "Obama^(^D^)",
        "word^(^s^)^x",
        "F^(^s",
        "\u0301a",
        "5>3",
        "a^=^b",
        "1^=^b",
        "b=1",
        "Rome^·^Berlin",
        "rome·berlin",
        "Rolls^&^Royce",
        "R&D",
        "x^!^y",
        "x^|^y",
        "a^:^b",
        "1:b",
        "Obama^-~>^Merkel",
        "he^/^she",
        "a/b",
        "left^.^then",
        "here^.^12",
        "fig.3",
        "here.1a",
        "he's^.^Then",
        "left^.^--",
        "Corp~.",
        "Jr.^,",
        "example~.~com",
        "go~.~to",
        "a~.~b~.~c",
        "Berlin^.^Merkel's",
        "U~.~SA",
        "Dr~.^Jones",
        "x^;^y",
        "&amp;x",
        "+^Obama",
        "@Obama",
        "&^Obama",
        "%^Obama",
        "C++",
        "C#",
        "Obama^+",
        "100^%",
        "A%",
        "Inc~.^.",
        "Obama^..",
        "-~>",
        "(^-",
        "a^>^b"
      })
  void partsSignsFromWords(String expected) {
    assertEquals(expected, shown(expected.replaceAll("[\\^~]", "")));
  }
}

package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenRulesTest {

  private static final Set<String> KNOWN =
      Set.of(
          "Berlin",
          "Paris",
          "Coca",
          "Cola",
          "Coca-Cola",
          "Al",
          "Anti",
          "Jean",
          "NATO",
          "well",
          "party",
          "max",
          "it",
          "approx",
          "com",
          "well.max");

  /** The tokens that blanks part, after the rules. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "from Berlin-Paris now > from|Berlin|-|Paris|now",
        "Berlin\u2010Paris Berlin\u2011Paris > Berlin|\u2010|Paris|Berlin|\u2011|Paris",
        "Berlin\uFF0DParis > Berlin|\uFF0D|Paris",
        "Ber\u00ADlin-Paris > Ber\u00ADlin|-|Paris",
        "NATO-Berlin > NATO|-|Berlin",
        "Berlin–Paris > Berlin–Paris",
        "Coca-Cola > Coca-Cola",
        "Coca-Berlin > Coca|-|Berlin",
        "Al-Berlin AL-Berlin > Al-Berlin|AL-Berlin",
        "Anti-Berlin Jean-Paris > Anti-Berlin|Jean-Paris",
        "Berlin-Rome Rome-Berlin > Berlin-Rome|Rome-Berlin",
        "well-Paris Berlin-well > well-Paris|Berlin-well",
        "Berlin- -Berlin > Berlin-|-Berlin",
        "Berlin-Paris-Berlin > Berlin-Paris-Berlin",
        "Berlin-Paris2 > Berlin-Paris2",
        "at party.max and well.it. > at|party|.|max|and|well.it.",
        "party.it Party.max party.Max > party|.|it|Party.max|party.Max",
        "it.party approx.max party.com > it.party|approx.max|party.com",
        "well.max party.rome rome.max max.party.max > well.max|party.rome|rome.max|max.party.max",
      })
  void partsPairsOfKnownWords(String text, String expected) {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (String token : text.split(" ")) {
      tokens.add(new Token(text, start, start + token.length()));
      start += token.length() + 1;
    }
    List<List<Token>> sentences = new ArrayList<>(List.of(tokens));
    new HyphenRules(KNOWN::contains).part(text, sentences);
    assertEquals(
        expected, sentences.get(0).stream().map(Token::text).collect(Collectors.joining("|")));
  }
}

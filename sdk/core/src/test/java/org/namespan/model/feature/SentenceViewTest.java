package org.namespan.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;

class SentenceViewTest {

  private static SentenceView view(String tokens) {
    return SentenceView.ofTokens(Arrays.asList(tokens.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "They visited Berlin . | They visited Berlin .",
        "\" Obama \" visited ' Berlin ' . | Obama visited Berlin .",
        "« Obama » visited “ Berlin ” , `` he '' said . | Obama visited Berlin , he said .",
        "They visited ( Berlin ) . | They visited Berlin .",
        "( Barack Obama ) left [ Berlin ] . | Barack Obama left Berlin .",
        "the European Union ( EU ) met . | the European Union ( EU ) met .",
        "the ' European Union ' ( EU ) met . | the European Union ( EU ) met .",
        "it fell ( as many of them did ) . | it fell ( as many of them did ) .",
        "it fell ( very far ) . | it fell very far .",
        "they met ( in ( Berlin ) ) . | they met ( in Berlin ) .",
        "they left ( Berlin . | they left ( Berlin .",
        "Barack Obama | Barack Obama ,",
        "' Barack Obama ' | Barack Obama ,",
        "Best regards , | Best regards ,",
        "one two three four five six | one two three four five six ,",
        "one two three four five six seven | one two three four five six seven",
        "Stop !!! | Stop !",
        "Obama ' \" Merkel met . | Obama , Merkel met .",
        "« Obama » \" Merkel \" met . | Obama , Merkel met .",
        "Obama \" ' | Obama ,",
        "\" ' Obama ' \" \" met . | Obama , met .",
        "Home » Berlin » Mitte | Home , Berlin , Mitte ,",
        "« Home » Berlin | Home Berlin ,",
        "Obama\u00AD | Obama ,",
        "Obama! | Obama!",
        "see a.b@c.org or http://x . | see , or , .",
        "\uD801\uDC00\uD801\uDC01 left | \uD801\uDC00\uD801\uDC01 left ,",
        "W. H. Auden / Yeats . | J. J. Auden , Yeats .",
      })
  void showsWhatTellsOfNames(String tokens, String shown) {
    assertEquals(shown, String.join(" ", view(tokens).tokens()));
  }

  @Test
  void nothingButQuotationMarksIsShown() {
    assertEquals(List.of("\"", "'"), view("\" '").tokens());
    assertEquals(0, SentenceView.of(List.of()).size());
  }

  @Test
  void aMarkThatPartsNamesIsShownWhereNoneIsHidden() {
    assertEquals(List.of(","), view("»").tokens());
  }

  @Test
  void anEmptyTokenIsShown() {
    assertEquals(List.of(""), SentenceView.ofTokens(List.of("")).tokens());
    assertEquals(
        List.of("", "", "a", ","), SentenceView.ofTokens(List.of("", "(", "", "a", ")")).tokens());
  }

  /** Between blanks a hyphen is a dash. */
  @Test
  void aHyphenBetweenNamesIsShownAsAComma() {
    String text = "goes Berlin-Paris - now .";
    List<Token> tokens =
        List.of(
            new Token(text, 0, 4),
            new Token(text, 5, 11),
            new Token(text, 11, 12),
            new Token(text, 12, 17),
            new Token(text, 18, 19),
            new Token(text, 20, 23),
            new Token(text, 24, 25));
    assertEquals(
        List.of("goes", "Berlin", ",", "Paris", "-", "now", "."), SentenceView.of(tokens).tokens());
  }

  @ParameterizedTest
  @CsvSource({"-, ','", "\u2010, ','", "\u2011, ','", "\uFF0D, ','", "+, ','", "&, &"})
  void aHyphenOfAnyKindPartsNames(String hyphen, String shown) {
    String text = "Berlin" + hyphen + "Paris .";
    List<Token> tokens =
        List.of(
            new Token(text, 0, 6),
            new Token(text, 6, 7),
            new Token(text, 7, 12),
            new Token(text, 13, 14));
    assertEquals(shown, SentenceView.of(tokens).token(1));
  }

  @Test
  void spansLeadBack() {
    SentenceView view = view("He read \" War and Peace \" in ' Berlin '");
    assertEquals(List.of("He", "read", "War", "and", "Peace", "in", "Berlin"), view.tokens());
    assertEquals(new Span("art", 3, 6), view.restore(new Span("art", 2, 5)));
    assertEquals(new Span("geo", 9, 10), view.restore(new Span("geo", 6, 7)));
    Span unmoved = new Span("per", 0, 2);
    assertSame(unmoved, view.restore(unmoved));
  }

  @Test
  void aSpanEndsBeforeTheCommaThatIsShown() {
    SentenceView view = view("Barack Obama");
    assertEquals(-1, view.place(2));
    assertEquals(new Span("per", 0, 2), view.restore(new Span("per", 0, 3)));
    assertNull(view.restore(new Span("per", 2, 3)));
    assertEquals(
        List.of(new Span("per", 0, 2)),
        view.restore(List.of(new Span("per", 0, 2), new Span("per", 2, 3))));
  }

  @Test
  void goldSpansOfQuotationMarksAreNotShown() {
    SentenceView view = view("' Obama ' left \" . \"");
    assertEquals(new Span("per", 0, 1), view.show(new Span("per", 0, 3)));
    assertNull(view.show(new Span("art", 4, 5)));
  }

  /** Whatever is shown: the same places, and spans that come back but for what is not shown. */
  @Test
  void everySpanOfAnyTokensLeadsThereAndBack() {
    String[] words = {"a", "B", "\"", "'", "(", ")", "[", "]", "«", "-", ".", "1", "''", "``"};
    Random random = new Random(23);
    for (int i = 0; i < 20_000; i++) {
      List<String> tokens = new ArrayList<>();
      for (int k = random.nextInt(12); k >= 0; k--) {
        tokens.add(words[random.nextInt(words.length)]);
      }
      SentenceView view = SentenceView.ofTokens(tokens);
      int before = -1;
      for (int k = 0; k < view.size(); k++) {
        int place = view.place(k);
        assertTrue(place > before || place < 0 && k == view.size() - 1, tokens.toString());
        before = place;
      }
      int start = random.nextInt(tokens.size());
      Span span = new Span("x", start, start + 1 + random.nextInt(tokens.size() - start));
      Span shown = view.show(span);
      if (shown != null) {
        Span restored = view.restore(shown);
        assertTrue(restored.start() >= span.start() && restored.end() <= span.end());
        assertEquals(shown, view.show(restored));
      }
    }
  }
}

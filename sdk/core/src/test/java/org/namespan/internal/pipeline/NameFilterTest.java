package org.namespan.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;

class NameFilterTest {

  private static final NameFilter FILTER = new NameFilter();

  /** What is left of one span over all tokens but the first and the last. */
  private static String filter(String type, String tokens) {
    List<Token> sentence = Token.of(Arrays.asList(tokens.split(" ")));
    Span span = new Span(type, 1, sentence.size() - 1);
    return filter(sentence, new ScoredSpan(span, 0.5, ScoredSpan.MODEL)).stream()
        .map(
            scored ->
                sentence.subList(scored.span().start(), scored.span().end()).stream()
                    .map(Token::text)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  private static List<ScoredSpan> filter(List<Token> sentence, ScoredSpan scored) {
    List<ScoredSpan> filtered = new ArrayList<>();
    FILTER.add(sentence, scored, filtered);
    return filtered;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "per > x Barack Obama x > Barack Obama",
        "per > x ' Obama \" x > Obama",
        "per > x Obama \uD83D\uDC4D x > Obama",
        "geo > x Rome / London x > Rome | London",
        "geo > x Rome — London ; Paris x > Rome | London | Paris",
        "org > x AT&T x > AT&T",
        "org > x Boeing 747 x > Boeing 747",
        "org > x F-16 x > F-16",
        "org > x Inc . x > Inc .",
        "geo > x Washington , D.C. x > Washington , D.C.",
        "PER > x John Smith a.b@c.org x > John Smith",
        "loc > x C:\\a\\b x > ''",
        "per > x user_name x > ''",
        "org > x 0x1F x > ''",
        "org > x 7f3a9c2e x > ''",
        "per > 1e df 82 e7 > ''",
        "per > 1e Ed 82 e7 > Ed",
        "per > x ed b2 x > ed b2",
        "per > x ed 82 1e > ed",
        "org > x 12 34 x > ''",
        "tim > x 1 x > ''",
        "tim > x 8080 x > ''",
        "tim > x 1999 x > 1999",
        "tim > x 10:30 x > 10:30",
        "tim > x 10 years > 10",
        "tim > age 30 x > 30",
        "tim > x May 5 x > May 5",
        "tim > x Feb-2003 x > Feb-2003",
        "per > x 12 Obama 1999 x > Obama",
        "geo > 7 12 Berlin 7 x > Berlin",
        "geo > x 5km Berlin x > Berlin",
        "org > x 12 Monkeys x > 12 Monkeys",
        "fac > x Channel 4 x > Channel 4",
        "tim > x 10km x > ''",
        "tim > x 20th x > 20th",
        "per > x Obama & Merkel x > Obama | Merkel",
        "person > x & Merkel x > Merkel",
        "org > x Johnson & Johnson x > Johnson & Johnson",
        "org > x & Johnson & x > Johnson",
        "geo > x Berlin ( Reuters x > Berlin | Reuters",
        "geo > x Berlin ( West ) x > Berlin ( West",
        "geo > x Berlin ( West ) Mitte x > Berlin ( West ) Mitte",
        "misc > x Berlin ( Reuters x > Berlin | Reuters",
        "geo > x Berlin ' \" Paris x > Berlin | Paris",
        "geo > x Berlin ' Paris x > Berlin ' Paris",
        "geo > x Berlin + Paris # 1 x > Berlin | Paris",
        "geo > x Berlin → Paris ^ Rome x > Berlin | Paris | Rome",
        "org > x HADOOP-1234 example.com x > ''",
        "org > x Johnson a=b Co x > Johnson | Co",
        // What other types hold, their corpora tell.
        "money > x $ 5 x > $ 5",
        "cardinal > x 12 x > 12",
        "email > x a.b@c.org x > a.b@c.org",
      })
  void leavesWhatIsWords(String type, String tokens, String expected) {
    assertEquals(expected, filter(type, tokens));
  }

  @Test
  void takesAnEmptyTokenForASign() {
    List<Token> sentence = Token.of(List.of("", "Obama", ""));
    ScoredSpan scored = new ScoredSpan(new Span("per", 0, 3), 0.5, ScoredSpan.MODEL);
    assertEquals(new Span("per", 1, 2), filter(sentence, scored).get(0).span());
  }

  @Test
  void keepsWhatItDoesNotChange() {
    List<Token> sentence = Token.of(List.of("Barack", "Obama"));
    ScoredSpan scored = new ScoredSpan(new Span("per", 0, 2), 0.5, ScoredSpan.MODEL);
    assertSame(scored, filter(sentence, scored).get(0));
  }
}

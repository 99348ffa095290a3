package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleanerTest {

  /** A dot stands for a space. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "HTML|a<br/>b|a.....b",
        "HTML|<P CLASS='x'>Fine</p>|.............Fine....",
        "HTML|5 < 6 > 4|5.<.6.>.4",
        "HTML|a<!-- <b> -->b|a............b",
        "HTML|<script>if(a<b)</script>c|........................c",
        "HTML|<script>c|........c",
        "HTML|Fish &amp; chips&nbsp;?|Fish.&.....chips\u00A0.....?",
        "HTML|a &lt; b &unknown; c|a.<....b.&unknown;.c",
        "ADDRESSES|see http://a.org/x?y=1, now|see...................,.now",
        "ADDRESSES|(www.a.org)|(.........)",
        "ADDRESSES|mail a.b@c.com!|mail..........!",
        "ADDRESSES|@home a@b|@home.a@b",
        "EMOTICONS|good :-) :x|good.....:x",
        "EMOTICONS|ok\uD83D\uDE00\uD83D\uDE00|ok....",
        "PUNCTUATION|Don't - ever! (\"no\") $5|Don't...ever....no....5",
        "PUNCTUATION|well-known 'quote'|well-known..quote.",
        "DIGITS|room 101b|room....b",
        "LOWER_CASE|ÄÖ İx ẞ|äö.ix.ß",
      })
  void replacesCharsWhereTheyStand(CleaningStep step, String text, String expected) {
    String cleaned = new TextCleaner(List.of(step)).clean(text);
    assertEquals(text.length(), cleaned.length());
    assertEquals(expected, cleaned.replace(' ', '.'));
  }

  @Test
  void whiteSpaceOfEveryKindBecomesSpaces() {
    String cleaned = new TextCleaner(List.of(CleaningStep.WHITE_SPACE)).clean("a\n\nb\tc\u00A0d");
    assertEquals("a  b c d", cleaned);
  }

  @Test
  void stepsAreTakenInTheirOwnOrder() {
    List<CleaningStep> given =
        List.of(CleaningStep.PUNCTUATION, CleaningStep.EMOTICONS, CleaningStep.HTML);
    // Once punctuation is gone, neither a tag nor an emoticon would be known.
    assertEquals("    so     fine   ", new TextCleaner(given).clean("<b> so </b>fine :)"));
  }

  @Test
  void whatNoStepChangesIsTheSameText() {
    String text = "nothing to do";
    assertSame(text, new TextCleaner(List.of(CleaningStep.values())).clean(text));
    assertSame(text, new TextCleaner(List.of()).clean(text));
  }

  @Test
  void theTimeGrowsLinearly() {
    TextCleaner all = new TextCleaner(List.of(CleaningStep.values()));
    for (String piece :
        new String[] {"<!--", "<script>", "<style></script", "<a", "&", "a@", "<b "}) {
      String text = piece.repeat(300_000);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> all.clean(text), piece);
    }
  }
}

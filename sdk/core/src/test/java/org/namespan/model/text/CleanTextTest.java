package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Layout;

class CleanTextTest {

  private static String clean(String text) {
    return CleanText.of(text, Layout.AUTO).text();
  }

  /** With {@code ¶} for what parts. */
  private static String parted(String text, Layout layout) {
    return CleanText.of(text.translateEscapes(), layout)
        .text()
        .replace('\u2029', '¶')
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Barack Obama flew to Thailand.",
        "“Don’t”, he said — Zürich…",
        "a_b * c [x] < d",
        "日本語",
        "👩‍🔬👍🏽🇩🇪☀️ 1️⃣",
        "क्‍ष",
        "می‌خواهم",
        "x = a[1 + i]",
        "He (Obama) left.",
        "snake_case_name",
        "2 * 3 * 4",
        "<john@x.com> <unknown>"
      })
  void leavesCleanTextAsItIs(String text) {
    assertSame(text, clean(text));
    assertSame(text, CleanText.ofToken(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "\u200EBarack\u200F > Barack",
        "Ger\u00ADmany > Germany",
        "Ger\u200Cmany, Ger\u200Dmany, Ger\u2060many, Ger\uFEFFmany > Germany, Germany, Germany, Germany",
        "\u202BObama\u202C \u2067Obama\u2069 > Obama Obama",
        "Smith\uFE0F > Smith",
        "Jose\u0301 > Jos\u00E9",
        "Vie\u0302\u0323t > Vi\u1EC7t",
        "\u1112\u1161\u11AB > \uD55C",
        "\u212Bngstr\u00F6m > \u00C5ngstr\u00F6m",
        "\uFF22\uFF45\uFF52\uFF4C\uFF49\uFF4E > Berlin",
        "\uD835\uDC01\uD835\uDC1E > Be",
        "o\uFB03ce > office",
        "\u24B7\u24D4rlin > Berlin",
        "e\u00AD\u0301 > \u00E9",
        "x\u0301\u00AD\u0323 > x\u0323\u0301",
        "\uFF21\u0301 > \u00C1",
        "1\u0301\u0323 > 1\u0301\u0323",
        "e&#769; > \u00E9",
        "&eacute;\u0323 > \u1EB9\u0301",
        "Jos&eacute;&nbsp;Mar&#237;a > Jos\u00E9\u00A0Mar\u00EDa",
        "Oba\u0001ma\u007F > Obama",
        "a\u001B[31mb\u001B[0mc\u001B[;;9d > abc",
        "\u0093Obama\u0094 > \u201CObama\u201D",
        "\u0387 > \u00B7",
      })
  void cleansCharacters(String text, String expected) {
    assertEquals(expected, clean(text));
    for (String token : text.split(" ")) {
      assertEquals(clean(token), CleanText.ofToken(token));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "see <b>Germany</b>. ~ see Germany.",
        "<p>Obama</p><p class='x'>Merkel</p> ~ ¶Obama¶¶Merkel¶",
        "one<br/>two ~ one¶two",
        "a <!-- b --> c ~ a  c",
        "**Barack Obama** and _Germany_ and *this* and ***that*** ~ Barack Obama and Germany and this and that",
        "Obama[1] left[12][a]. ~ Obama left.",
        "[Barack Obama](https://a.example/b) left ~ Barack Obama left",
        "a **b ~ a **b",
        "not_this_one ~ not_this_one",
      })
  void leavesInlineMarkupOut(String text, String expected) {
    assertEquals(expected, parted(text, Layout.AUTO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // Wrapped prose.
        "He met the president of\\nthe country. ~ He met the president of\\nthe country.",
        "yesterday the ministers of New\\nYork and London met in the old\\ntown. ~ yesterday the ministers of New\\nYork and London met in the old\\ntown.",
        "He just left the Church of the Holy Spirit of New\\nOrleans and the Bank of England there. ~ He just left the Church of the Holy Spirit of New\\nOrleans and the Bank of England there.",
        "Europe and Asia (Glen Walloch and Kevin\\nWalker) ~ Europe and Asia (Glen Walloch and Kevin\\nWalker)",
        "Wash-\\nington ~ Washington",
        "Wash\u00AD\\r\\n  ington ~ Washington",
        "Jean-\\nClaude ~ Jean-Claude",
        // Lists, headings, signatures, fields, cells.
        "John Smith\\nMary Jones\\nPeter Brown ~ John Smith¶Mary Jones¶Peter Brown",
        "- John Smith\\n- Mary Jones ~ ¶ John Smith¶¶ Mary Jones",
        "- [x] John Smith ~ ¶ John Smith",
        "* John Smith ** ~ ¶ John Smith **",
        "1. John Smith\\n2) Mary Jones ~ ¶ John Smith¶¶ Mary Jones",
        "Obama Visits Berlin\\nThe president arrived in Berlin on Monday. ~ Obama Visits Berlin¶The president arrived in Berlin on Monday.",
        "Best regards,\\nJohn Smith\\nMicrosoft ~ Best regards,¶John Smith¶Microsoft",
        "Thanks and best wishes to all of you,\\nElizabeth Montgomery\\nUniversity of Oxford ~ Thanks and best wishes to all of you,¶Elizabeth Montgomery¶University of Oxford",
        "Kevin Walker (Berlin)\\nGlen Walloch (Rome) ~ Kevin Walker (Berlin)¶Glen Walloch (Rome)",
        "Kevin (still in Rome\\nGlen :) ~ Kevin (still in Rome¶Glen :)",
        "Name: John Smith\\nCity: Berlin ~ Name: John Smith¶City: Berlin",
        "Berlin\\tMilan ~ Berlin¶Milan",
        "\\tIndented text ~ \\tIndented text",
        "Berlin|Milan ~ Berlin¶Milan",
        "a || b ~ a ¶¶ b",
        // A sentence that had room, a line that nobody wraps, a list, a short line.
        "I love Berlin!\\nwe went there last summer. ~ I love Berlin!¶we went there last summer.",
        "They met people from Sony Corp.\\nand others. ~ They met people from Sony Corp.\\nand others.",
        "2 eggs from France\\n12 apples from Spain ~ 2 eggs from France¶12 apples from Spain",
        "They offer a large variety of good food at Luigi\\nBest Pizza\\nI will come back with my friends for sure ~ They offer a large variety of good food at Luigi¶Best Pizza¶I will come back with my friends for sure",
      })
  void partsLinesAndCells(String text, String expected) {
    assertEquals(expected, parted(text, Layout.AUTO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Berlin,Paris,Rome ~ Berlin¶Paris¶Rome",
        "Tony Blair;London ~ Tony Blair¶London",
        ",Berlin,,Paris, ~ ¶Berlin¶¶Paris,",
        "Name,City\\nTony Blair,London ~ Name¶City¶Tony Blair¶London",
        "Home » Berlin » Mitte ~ Home ¶ Berlin ¶ Mitte",
        "Home › About us › Contact ~ Home ¶ About us ¶ Contact",
        "You are here: Home > Berlin > Mitte ~ You are here: Home ¶ Berlin ¶ Mitte",
        "Home -> Berlin -> Mitte ~ Home ¶ Berlin ¶ Mitte",
        "Berlin - Rio de Janeiro - Rome ~ Berlin ¶ Rio de Janeiro ¶ Rome",
        "Obama,https://a.example/b,c,Berlin ~ Obama¶https://a.example/b,c¶Berlin",
        "Jos&eacute;;Madrid;Rome ~ José¶Madrid¶Rome",
        "Obama,\"Berlin, Germany\",5,Rome ~ Obama¶\"Berlin, Germany\"¶5¶Rome",
        "\"Obama\",Berlin ~ \"Obama\"¶Berlin",
        // Prose, numbers, addresses, a line among others.
        "In Berlin,Paris and Rome,Obama left. ~ In Berlin,Paris and Rome,Obama left.",
        "Obama,Merkel, Blair ~ Obama,Merkel, Blair",
        "Obama - the president - left. ~ Obama - the president - left.",
        "\"It\",It said. ~ \"It\",It said.",
        "He said,\"Stop\". ~ He said,\"Stop\".",
        "\"He left Berlin,\" Obama said. ~ \"He left Berlin,\" Obama said.",
        "1,000,000 ~ 1,000,000",
        "10 - 12 - 2005 ~ 10 - 12 - 2005",
        "https://a.example/0,1518,druck-381156,00.html ~ https://a.example/0,1518,druck-381156,00.html",
        "at the inn in\\nOld Baltimore,MD and then\\nin Rome. ~ at the inn in\\nOld Baltimore,MD and then\\nin Rome.",
      })
  void partsRowsOfCells(String text, String expected) {
    assertEquals(expected, parted(text, Layout.AUTO));
    assertEquals(
        text.translateEscapes().replace("&eacute;", "é"),
        CleanText.of(text.translateEscapes(), Layout.PARAGRAPHS).text());
  }

  @Test
  void takesTheLayoutFromWhoKnowsIt() {
    assertEquals("He met\\nMr. Smith\\tand", parted("He met\nMr. Smith\tand", Layout.PARAGRAPHS));
    assertEquals("Wash-¶ington¶¶left", parted("Wash-\nington\r\n\nleft", Layout.LINES));
  }

  @Test
  void leadsBackToTheOriginal() {
    CleanText clean = CleanText.of("\u200E<b>Jose\u0301</b>, o\uFB03ce", Layout.AUTO);
    assertEquals("José, office", clean.text());
    int[] starts = {4, 5, 6, 7, 13, 14, 15, 16, 16, 16, 17, 18};
    int[] ends = {5, 6, 7, 9, 14, 15, 16, 17, 17, 17, 18, 19};
    for (int i = 0; i < starts.length; i++) {
      assertEquals(starts[i], clean.start(i));
      assertEquals(ends[i], clean.end(i));
    }
  }

  /** A letter and marks that something unseen parts are one char, from the first to the last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "xe\u00AD\u0301y > x\u00E9y > 0 1 4",
        "xe\u0301\u00AD\u0323y > x\u1EB9\u0301y > 0 1 1 5",
        "xe&#769;y > x\u00E9y > 0 1 8",
        "x&eacute;y > x\u00E9y > 0 1 9",
        "x1\u00AD\u0301y > x1\u0301y > 0 1 3 4",
      })
  void alignsWhatComposesAcrossTheUnseen(String text, String expected, String starts) {
    CleanText clean = CleanText.of(text, Layout.AUTO);
    assertEquals(expected, clean.text());
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < expected.length(); i++) {
      found.append(i == 0 ? "" : " ").append(clean.start(i));
      assertTrue(
          i == 0 || clean.start(i) == clean.start(i - 1) || clean.start(i) >= clean.end(i - 1));
    }
    assertEquals(starts, found.toString());
  }

  @Test
  void keepsATokenOfWhichNothingWouldBeLeft() {
    assertEquals("\u200E", CleanText.ofToken("\u200E"));
  }

  @Test
  void leavesOutWhatNoReaderSeesBetweenMarks() {
    assertEquals("\u00E9", CleanText.ofToken("e\u0301\uFE0F"));
    assertEquals("x\u0323", clean("x\u0323\u034F"));
  }

  /** Java's own normalizer is the judge. */
  @Property(tries = 2000, seed = "23")
  void composesAsUnicodeDoes(@ForAll("marked") String text) {
    assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), clean(text));
  }

  @Provide
  Arbitrary<String> marked() {
    return Arbitraries.oneOf(
            Arbitraries.of("a", "e", "O", "ü", "क", "ไ", "α", "И", "\u1100", "\u1112", "가"),
            Arbitraries.of(
                "\u0301", "\u0323", "\u0308", "\u0302", "\u031B", "\u093C", "\u1161", "\u11AB",
                "\u3099", "\u0345"),
            Arbitraries.of("\u212B", "\u2126", "\uF900", "\u0958", "\u1F71", "\u0374"))
        .list()
        .ofMaxSize(12)
        .map(parts -> "a" + String.join("", parts));
  }

  @Property(tries = 1000, seed = "23")
  void keepsTheOrder(@ForAll String text) {
    CleanText clean = CleanText.of(text, Layout.AUTO);
    for (int i = 0; i < clean.text().length(); i++) {
      assertTrue(clean.start(i) < clean.end(i) && clean.end(i) <= text.length());
      assertTrue(i == 0 || clean.start(i - 1) <= clean.start(i));
    }
  }
}

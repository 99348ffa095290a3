package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import opennlp.tools.sentdetect.DefaultSDContextGenerator;
import opennlp.tools.tokenize.DefaultTokenContextGenerator;
import org.junit.jupiter.api.Test;

/** The page's examples of predicates are those of OpenNLP. */
class PlainContextsTest {

  @Test
  void ofPlaceInContraction() {
    List<String> expected =
        List.of(
            "p=don",
            "s='t",
            "p1=n",
            "p1_alpha",
            "p2=o",
            "p2_alpha",
            "f1='",
            "f1_quote",
            "f2=t",
            "f2_alpha",
            "p21=on",
            "p1f1=n'",
            "f12='t");
    assertSame(expected, PlainContexts.ofPlace("don't", 3));
    assertSame(expected, Arrays.asList(new DefaultTokenContextGenerator().getContext("don't", 3)));
  }

  @Test
  void ofPeriodBetweenSentences() {
    List<String> expected =
        List.of("eos=.", "sn", "x=left", "4", "v=He", "vcap", "s=", "n=She", "ncap");
    String text = "He left. She came.";
    assertSame(expected, PlainContexts.ofEnd(text, 7, c -> c == '.'));
    assertSame(
        expected,
        Arrays.asList(new DefaultSDContextGenerator(new char[] {'.'}).getContext(text, 7)));
  }

  private static void assertSame(List<String> expected, List<String> found) {
    assertEquals(new TreeSet<>(expected), new TreeSet<>(found));
  }
}

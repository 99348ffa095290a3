package org.namespan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import opennlp.tools.namefind.RegexNameFinderFactory.DEFAULT_REGEX_NAME_FINDER;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.namespan.model.ModelBytes;

class PatternFinderTest {

  /** Takes 1.6 times as long for each {@code a} more. */
  private static final Pattern ENDLESS = Pattern.compile("(a|aa)+b\\1");

  private static final String HOSTILE = "a".repeat(200);

  private static EntityTagger tagger(Recognizer.TextFinder finder) throws IOException {
    return EntityTagger.load(
        ByteBuffer.wrap(ModelBytes.fixture(2)),
        TaggerOptions.defaults().withRecognizer(Recognizer.beforeModel("patterns", finder)));
  }

  @Test
  void entitiesAreWhatThePatternsMatch() throws IOException {
    Recognizer.TextFinder finder =
        Recognizer.TextFinder.matching(
            "flight", Pattern.compile("\\b[A-Z]{2}\\d{3}\\b"), Pattern.compile("x*"));
    try (EntityTagger tagger = tagger(finder)) {
      List<Entity> found = tagger.tag("Barack Obama took a LH404.");
      assertEquals("Barack Obama", found.get(0).text());
      assertEquals(new Entity("flight", "LH404", 20, 25, 1, "patterns"), found.get(1));
      assertEquals(2, found.size());
      assertEquals("B-flight", tagger.tagTokens(List.of("took", "LH404", ".")).get(1));
    }
  }

  /** In the words of {@link java.util.regex.Matcher#results}. */
  @Property(tries = 300)
  void findsWhatJavaFinds(@ForAll @CharRange(from = 'a', to = 'd') String text) {
    for (String pattern : List.of("a+b*", "(?<=a)b|c", "(ab|cd)+", "^.|.$", "(?!d)[b-d]\\b")) {
      Pattern compiled = Pattern.compile(pattern);
      Span[] expected =
          compiled
              .matcher(text)
              .results()
              .filter(found -> found.end() > found.start())
              .map(found -> new Span(found.start(), found.end(), "x"))
              .toArray(Span[]::new);
      assertArrayEquals(expected, Recognizer.TextFinder.matching("x", compiled).findInText(text));
    }
  }

  @Test
  void aPatternThatNeverEndsIsGivenUp() throws IOException {
    Recognizer.TextFinder finder =
        Recognizer.TextFinder.matching(
            "code", Duration.ofMillis(20), Pattern.compile("[0-9]+"), ENDLESS);
    try (EntityTagger tagger = tagger(finder)) {
      Recognizer.PatternLimitException e =
          assertThrows(Recognizer.PatternLimitException.class, () -> tagger.tag(HOSTILE));
      assertEquals(
          "pattern 2 of 'code' took more than 20 ms for a text of 200 chars; write it with"
              + " possessive quantifiers, or give it a larger limit",
          e.getMessage());
      assertEquals(1, tagger.tag("Barack Obama flew.").size());
    }
  }

  @Test
  void thePatternOfOpenNlpForMailIsGivenUp() {
    Pattern[] mail =
        DEFAULT_REGEX_NAME_FINDER.EMAIL.getRegexMap().values().stream()
            .flatMap(Arrays::stream)
            .toArray(Pattern[]::new);
    Recognizer.TextFinder finder = Recognizer.TextFinder.matching("mail", mail);
    assertEquals(1, finder.findInText("Write to maria@example.org.").length);
    assertThrows(
        Recognizer.PatternLimitException.class,
        () ->
            Recognizer.TextFinder.matching("mail", Duration.ofMillis(50), mail)
                .findInText("a".repeat(400_000)));
  }

  @Test
  void aPatternThatNeedsTooMuchStackIsGivenUp() {
    Recognizer.TextFinder finder =
        Recognizer.TextFinder.matching("code", Pattern.compile("(?:a|ab)*c"));
    assertTrue(
        assertThrows(
                Recognizer.PatternLimitException.class,
                () -> finder.findInText("a".repeat(1_000_000)))
            .getMessage()
            .startsWith("pattern 1 of 'code' took the whole stack of its thread for a text of "));
  }

  private static long nanos(Recognizer.TextFinder finder, String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    finder.findInText(text);
    return threads.getCurrentThreadCpuTime() - start;
  }

  @Test
  void timeIsThatOfThePattern() {
    Recognizer.TextFinder finder =
        Recognizer.TextFinder.matching("x", Pattern.compile("[ab]++c|[0-9]{3}"));
    String text = "aab1ab c12 123".repeat(30_000);
    long once = Long.MAX_VALUE;
    long fourTimes = Long.MAX_VALUE;
    for (int run = 0; run < 40 && fourTimes > 4.6 * once; run++) {
      once = Math.min(once, nanos(finder, text));
      fourTimes = Math.min(fourTimes, nanos(finder, text.repeat(4)));
    }
    assertTrue(fourTimes <= 4.6 * once, once + " and " + fourTimes);
  }

  @Test
  @Timeout(60)
  void anInterruptEndsAPattern() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Recognizer.TextFinder finder =
        Recognizer.TextFinder.matching("code", Duration.ofSeconds(Long.MAX_VALUE), ENDLESS);
    FutureTask<Span[]> call =
        new FutureTask<>(
            () -> {
              begun.countDown();
              return finder.findInText(HOSTILE);
            });
    Thread thread = new Thread(call);
    thread.start();
    begun.await();
    thread.interrupt();
    ExecutionException e = assertThrows(ExecutionException.class, call::get);
    assertEquals(CancellationException.class, e.getCause().getClass());
  }

  @Test
  void aLimitIsMoreThanZero() {
    for (Duration limit : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Recognizer.TextFinder.matching("code", limit, ENDLESS));
    }
    assertFalse(Thread.currentThread().isInterrupted());
  }
}

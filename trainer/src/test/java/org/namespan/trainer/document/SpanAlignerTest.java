package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.document.TextFiles.span;
import static org.namespan.trainer.document.TextFiles.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.CorpusWriter;
import org.namespan.trainer.corpus.Sentence;

class SpanAlignerTest {

  /** Tokens are apart by white space, sentences by blank lines. */
  private static final TextSplitter WHITESPACE = TextSplitter.of(TextModels.whitespace());

  @TempDir Path folder;

  /** {@code Ann Lee left. / She ran.} with spans by their offsets, and what each policy makes. */
  @ParameterizedTest
  @CsvSource({
    // Ann Lee: fits.
    "'0-7', FAIL, '', Ann/B-X Lee/I-X left./O|She/O ran./O",
    // Empty, and of white space alone.
    "'4-4', SKIP, EMPTY, Ann/O Lee/O left./O|She/O ran./O",
    "'3-4', EXPAND, EMPTY, Ann/O Lee/O left./O|She/O ran./O",
    // Ann and the blank behind it.
    "'0-4', SKIP, BLANK_EDGES, Ann/O Lee/O left./O|She/O ran./O",
    "'0-4', EXPAND, BLANK_EDGES, Ann/B-X Lee/O left./O|She/O ran./O",
    "'0-4', SHRINK, BLANK_EDGES, Ann/B-X Lee/O left./O|She/O ran./O",
    // Ann Le.
    "'0-6', SKIP, WITHIN_TOKEN, Ann/O Lee/O left./O|She/O ran./O",
    "'0-6', EXPAND, WITHIN_TOKEN, Ann/B-X Lee/I-X left./O|She/O ran./O",
    "'0-6', SHRINK, WITHIN_TOKEN, Ann/B-X Lee/O left./O|She/O ran./O",
    // nn: no whole token.
    "'1-3', SHRINK, WITHIN_TOKEN, Ann/O Lee/O left./O|She/O ran./O",
    "'1-2', EXPAND, WITHIN_TOKEN, Ann/B-X Lee/O left./O|She/O ran./O",
    // Lee left. She: over the end of the sentence.
    "'4-18', SKIP, ACROSS_SENTENCES, Ann/O Lee/O left./O|She/O ran./O",
    "'4-18', EXPAND, ACROSS_SENTENCES, Ann/O Lee/B-X left./I-X She/I-X ran./O",
    "'4-18', SHRINK, ACROSS_SENTENCES, Ann/O Lee/B-X left./I-X|She/O ran./O",
    // Ann and left., with a gap.
    "'0-3;8-13', SKIP, DISCONTINUOUS, Ann/O Lee/O left./O|She/O ran./O",
    "'0-3;8-13', EXPAND, DISCONTINUOUS, Ann/B-X Lee/I-X left./I-X|She/O ran./O",
    "'0-3;8-13', SHRINK, DISCONTINUOUS, Ann/O Lee/O left./B-X|She/O ran./O",
    // Ann Lee around Lee, in both orders.
    "'0-7,4-7', SKIP, NESTED, Ann/B-X Lee/I-X left./O|She/O ran./O",
    "'4-7,0-7', EXPAND, NESTED, Ann/B-X Lee/I-X left./O|She/O ran./O",
    "'0-7,4-7', SHRINK, NESTED, Ann/O Lee/B-X left./O|She/O ran./O",
    // Ann Lee and Lee left.
    "'0-7,4-13', SKIP, OVERLAPPING, Ann/B-X Lee/I-X left./O|She/O ran./O",
    // The same twice.
    "'0-7,0-7', SKIP, DUPLICATE, Ann/B-X Lee/I-X left./O|She/O ran./O",
    // The text goes, whatever else is in it.
    "'0-7,9-13', SKIP_TEXT, WITHIN_TOKEN, ''",
    // Touching ones are no fault.
    "'0-3,4-7', FAIL, '', Ann/B-X Lee/B-X left./O|She/O ran./O",
  })
  void policies(String spans, SpanPolicy policy, String fault, String expected) {
    AnnotatedText text = text("Ann Lee left.\n\nShe ran.", spans(spans));
    AlignedTexts aligned = new SpanAligner(WHITESPACE, policy).align(List.of(text));
    assertEquals(expected, show(aligned.sentences()));
    assertEquals(
        fault,
        aligned.problems().all().stream()
            .map(problem -> problem.fault().name())
            .collect(Collectors.joining(",")));
    assertEquals(policy == SpanPolicy.SKIP_TEXT ? 1 : 0, aligned.skippedTexts());
  }

  private static TextSpan[] spans(String places) {
    List<TextSpan> spans = new ArrayList<>();
    for (String span : places.split(",")) {
      List<TextSpan.Fragment> fragments = new ArrayList<>();
      for (String fragment : span.split(";")) {
        String[] ends = fragment.split("-");
        fragments.add(new TextSpan.Fragment(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
      }
      spans.add(new TextSpan("X", fragments, 1));
    }
    return spans.toArray(TextSpan[]::new);
  }

  private static String show(List<Sentence> sentences) {
    return sentences.stream()
        .map(
            sentence -> {
              List<String> words = new ArrayList<>();
              for (int i = 0; i < sentence.tokens().size(); i++) {
                words.add(sentence.tokens().get(i) + "/" + sentence.tags(TagScheme.BIO).get(i));
              }
              return String.join(" ", words);
            })
        .collect(Collectors.joining("|"));
  }

  @Test
  void problemsAreCountedAndNamed() throws IOException {
    AnnotatedText text =
        text("Ann secret", span("PER", 0, 2), span("LOC", 3, 10), span("X", 4, 10));
    SpanProblems problems =
        new SpanAligner(WHITESPACE, SpanPolicy.FAIL).align(List.of(text)).problems();
    assertEquals(Map.of(SpanFault.BLANK_EDGES, 1, SpanFault.WITHIN_TOKEN, 1), problems.counts());
    assertEquals(
        "1 with blanks at their edges, 1 beginning or ending within a token", problems.summary());
    TextFiles.assertRefused(
        "any.jsonl:1",
        "first any.jsonl:1: PER [0, 2) beginning or ending within a token, any.jsonl:1: LOC [3, 10)"
            + " with blanks",
        problems::requireNone);
    Path report = folder.resolve("report.tsv");
    problems.write(report);
    assertEquals(
        "file\tline\tstart\tend\ttype\tfault\twords\n"
            + "any.jsonl\t1\t0\t2\tPER\tbeginning or ending within a token\tAn\n"
            + "any.jsonl\t1\t3\t10\tLOC\twith blanks at their edges\t secret\n",
        Files.readString(report));
    new SpanProblems(List.of()).requireNone();
  }

  @Provide
  Arbitrary<AnnotatedText> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
                "Ann", "Lee", " ", "  ", "\n\n", "\n", "\t", ".", "é", "😀", "<b>", "O", "\u200B")
            .list()
            .ofMinSize(1)
            .ofMaxSize(15)
            .map(each -> String.join("", each));
    return Combinators.combine(words, Arbitraries.integers().between(0, 30).list().ofSize(8))
        .as(
            (text, places) -> {
              List<TextSpan> spans = new ArrayList<>();
              for (int i = 0; i < places.size(); i += 2) {
                int start = places.get(i);
                int end = start + places.get(i + 1) / 2;
                if (end <= text.length() && isBoundary(text, start) && isBoundary(text, end)) {
                  spans.add(span("T" + i % 4, start, end));
                }
              }
              return text(text, spans.toArray(TextSpan[]::new));
            });
  }

  private static boolean isBoundary(String text, int at) {
    return at == text.length() || !Character.isLowSurrogate(text.charAt(at));
  }

  /** Every token stays, and each span that had no problem is there with its own characters. */
  @Property(seed = "3", tries = 1000)
  void nothingElseIsLost(@ForAll("texts") AnnotatedText text, @ForAll SpanPolicy policy) {
    AlignedTexts aligned = new SpanAligner(WHITESPACE, policy).align(List.of(text));
    List<Token> tokens = WHITESPACE.split(text.text()).stream().flatMap(List::stream).toList();
    if (aligned.skippedTexts() > 0) {
      assertTrue(aligned.sentences().isEmpty());
      assertFalse(aligned.problems().all().isEmpty());
      return;
    }
    assertEquals(
        tokens.stream().map(token -> token.text().replaceAll("\\s", " ")).toList(),
        aligned.sentences().stream().flatMap(sentence -> sentence.tokens().stream()).toList());
    List<String> found = new ArrayList<>();
    int at = 0;
    for (Sentence sentence : aligned.sentences()) {
      for (org.namespan.model.tag.Span span : sentence.spans()) {
        found.add(
            span.type()
                + tokens.get(at + span.start()).start()
                + "-"
                + tokens.get(at + span.end() - 1).end());
      }
      at += sentence.tokens().size();
    }
    List<TextSpan> faulty = aligned.problems().all().stream().map(SpanProblem::span).toList();
    List<String> faultless =
        text.spans().stream()
            .filter(span -> !faulty.contains(span))
            .map(span -> span.type() + span.start() + "-" + span.end())
            .toList();
    assertTrue(found.containsAll(faultless), found + " " + faultless);
    if (policy == SpanPolicy.SKIP || policy == SpanPolicy.FAIL) {
      List<String> all =
          text.spans().stream().map(span -> span.type() + span.start() + "-" + span.end()).toList();
      assertTrue(all.containsAll(found), found + " " + all);
    }
  }

  /** Forty texts to a file. */
  @Property(seed = "4", tries = 25)
  void columnFilesKeepSentencesAndTheirTexts(@ForAll("corpora") List<AnnotatedText> texts)
      throws IOException {
    List<AnnotatedText> all = new ArrayList<>(texts);
    // All generated ones may be blank, and a corpus file has a sentence at least.
    all.add(text("Ann"));
    readsBack(new SpanAligner(WHITESPACE, SpanPolicy.SKIP).align(all).sentences());
  }

  @Provide
  Arbitrary<List<AnnotatedText>> corpora() {
    return texts().list().ofSize(40);
  }

  /** A column file keeps the sentences, and the text of each where it can stand in a comment. */
  private static void readsBack(List<Sentence> sentences) throws IOException {
    Path file = Files.createTempFile("namespan", ".conll");
    try {
      for (CorpusScheme scheme :
          List.of(CorpusScheme.BIO, CorpusScheme.BILOU, CorpusScheme.BIOES)) {
        assertEquals(0, CorpusWriter.writeWithTexts(sentences, file, scheme));
        List<Sentence> back = CorpusFormats.read(file).sentences();
        assertEquals(show(sentences), show(back));
        assertEquals(0, CorpusFormats.read(file).unaligned());
        for (int i = 0; i < back.size(); i++) {
          boolean kept = back.get(i).text().isPresent();
          List<String> tokens = back.get(i).tokens();
          assertTrue(kept || !plain(sentences.get(i)), tokens::toString);
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Whether nothing in a sentence keeps its text out of a comment. */
  private static boolean plain(Sentence sentence) {
    String text = sentence.text().orElseThrow().text();
    return !text.endsWith("O") && text.indexOf('\u200B') < 0 && text.indexOf('<') < 0;
  }
}

package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DocumentSplitterTest {

  private static final TextSplitter SPLITTER =
      TextSplitter.of(TextModels.openNlp(SmallModels.tokenizer(), SmallModels.sentences()));

  private static List<List<Token>> read(String text, int window, int longest) throws IOException {
    DocumentSplitter document =
        new DocumentSplitter(SPLITTER::split, new StringReader(text), window, longest);
    List<List<Token>> sentences = new ArrayList<>();
    int most = 0;
    for (SplitText piece = document.next(); piece != null; piece = document.next()) {
      most = Math.max(most, piece.text().length());
      for (List<Token> sentence : piece.sentences()) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : sentence) {
          int start = piece.offset() + token.start();
          int end = piece.offset() + token.end();
          assertEquals(text.substring(start, end), token.text());
          tokens.add(new Token(text, start, end));
        }
        sentences.add(tokens);
      }
    }
    assertNull(document.next());
    assertTrue(most <= longest + longest / 2 + 2 * window, most + " chars were held");
    return sentences;
  }

  private static final List<String> PIECES =
      List.of(
          "He left.",
          "She came .",
          "It's late, the U.S. team said.",
          "\"It's late,\" he said.",
          "He said \" Stop . \" Then he left .",
          "George W. Bush met Ulysses S. Grant.",
          "He left in Dec. 2003.",
          "(the man)",
          "left.Then",
          "a.b.c.d",
          "...",
          "!",
          "\"",
          "\uD83D\uDE00",
          "n\u0308a",
          "- Barack Obama",
          "Mary Jones",
          "City: Berlin",
          "<b>She</b> came [12].",
          "**The man** left[1]",
          "a|b",
          "Wash-",
          "ington",
          "https://a.example/" + "b.c/".repeat(80));

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> pieces = Arbitraries.of(PIECES);
    Arbitrary<String> spaces =
        Arbitraries.of(" ", " ", " ", "  ", "\n", "\n", "\r\n", "\n\n", "\t", "\u00A0");
    return pieces
        .list()
        .ofMaxSize(400)
        .flatMap(
            list ->
                spaces
                    .list()
                    .ofSize(list.size())
                    .map(
                        gaps -> {
                          StringBuilder text = new StringBuilder();
                          for (int i = 0; i < list.size(); i++) {
                            text.append(list.get(i)).append(gaps.get(i));
                          }
                          return text.toString();
                        }));
  }

  @Property(tries = 300)
  void sentencesAreThoseOfTheWhole(@ForAll("documents") String text) throws IOException {
    assertEquals(SPLITTER.split(text), read(text, 700, 1 << 16));
  }

  @Test
  void aSentenceWithoutEndIsCut() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append("word").append(i).append(' ');
    }
    List<List<Token>> sentences = read(text.toString(), 1000, 4000);
    assertTrue(sentences.size() > 4, sentences.size() + " sentences");
    List<Token> tokens = sentences.stream().flatMap(List::stream).toList();
    assertEquals(SPLITTER.split(text.toString()).get(0), tokens);
  }

  @Test
  void longSentencesThatEndAreNotCut() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append("She came ").append("word ".repeat(100 * (i % 4) + 20)).append("left. ");
    }
    assertEquals(SPLITTER.split(text.toString()), read(text.toString(), 1000, 4000));
  }

  @Test
  void nothingOfAnEndlessTokenIsLost() throws IOException {
    for (String unit : List.of("a", "\uD840\uDC00")) {
      String text = "He left. x" + unit.repeat(6001) + " She came.";
      StringBuilder given = new StringBuilder();
      for (String word : words(read(text, 1000, 4000))) {
        assertFalse(Character.isLowSurrogate(word.charAt(0)));
        given.append(word);
      }
      assertEquals(text.replace(" ", ""), given.toString());
    }
  }

  @Test
  void whiteSpaceIsNotHeld() throws IOException {
    String text = "He left." + " ".repeat(20_000) + "She came.";
    List<List<Token>> sentences = read(text, 1000, 4000);
    assertEquals(List.of("He", "left", ".", "She", "came", "."), words(sentences));
    assertEquals(20_008, sentences.get(1).get(0).start());
  }

  private static List<String> words(List<List<Token>> sentences) {
    return sentences.stream().flatMap(List::stream).map(Token::text).toList();
  }

  @Test
  void anEmptyTextHasNoSentence() throws IOException {
    assertEquals(List.of(), read("", 10, 2000));
    assertEquals(List.of(), read(" \n ", 10, 2000));
  }

  @Test
  void aReaderMayGiveLittleAtATime() throws IOException {
    String text = "He left. She came. ".repeat(100);
    Reader slow =
        new StringReader(text) {
          @Override
          public int read(char[] buffer, int from, int count) throws IOException {
            return super.read(buffer, from, Math.min(count, 3));
          }
        };
    DocumentSplitter document = new DocumentSplitter(SPLITTER::split, slow, 700, 4000);
    int sentences = 0;
    for (SplitText piece = document.next(); piece != null; piece = document.next()) {
      sentences += piece.sentences().size();
    }
    assertEquals(200, sentences);
  }

  @Test
  void aReaderMayFail() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int from, int count) throws IOException {
            throw new IOException("broken");
          }

          @Override
          public void close() {}
        };
    DocumentSplitter document = new DocumentSplitter(SPLITTER, broken);
    assertEquals("broken", assertThrows(IOException.class, document::next).getMessage());
  }
}

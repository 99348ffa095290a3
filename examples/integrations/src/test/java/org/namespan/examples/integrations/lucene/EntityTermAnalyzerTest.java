package org.namespan.examples.integrations.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.namespan.Entity;
import org.namespan.EntityTagger;

class EntityTermAnalyzerTest {

  private static EntityTagger tagger;

  @BeforeAll
  static void load() throws IOException {
    tagger = EntityTagger.english();
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  private static List<String> terms(Analyzer analyzer, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    int position = 0;
    try (TokenStream stream = analyzer.tokenStream("body", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        terms.add(
            position
                + " "
                + term
                + " "
                + text.substring(offsets.startOffset(), offsets.endOffset()));
      }
      stream.end();
    }
    return terms;
  }

  @Test
  void anEntityIsATermAtItsFirstWord() throws IOException {
    try (Analyzer analyzer = new EntityTermAnalyzer(new StandardAnalyzer(), tagger)) {
      List<String> expected =
          List.of(
              "1 barack Barack",
              "1 per/barack obama Barack Obama",
              "2 obama Obama",
              "3 flew flew",
              "4 to to",
              "5 thailand Thailand",
              "5 geo/thailand Thailand");
      assertEquals(expected, terms(analyzer, "Barack Obama flew to Thailand."));
      // Its parts are used again for the next text.
      assertEquals(expected, terms(analyzer, "Barack Obama flew to Thailand."));
      assertEquals(List.of(), terms(analyzer, ""));
    }
  }

  @Test
  void offsetsAreThoseBeforeCharFilters() throws IOException {
    Analyzer inner =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new StandardTokenizer());
          }

          @Override
          protected Reader initReader(String field, Reader reader) {
            return new org.apache.lucene.analysis.CharFilter(reader) {
              private int left = 3;

              @Override
              public int read(char[] target, int offset, int length) throws IOException {
                while (left > 0 && input.read() >= 0) {
                  left--;
                }
                return input.read(target, offset, length);
              }

              @Override
              protected int correct(int offset) {
                return offset + 3;
              }
            };
          }
        };
    try (inner;
        Analyzer analyzer = new EntityTermAnalyzer(inner, tagger)) {
      assertEquals(
          List.of(
              "1 Barack Barack", "1 per/barack obama Barack Obama", "2 Obama Obama", "3 left left"),
          terms(analyzer, "xx Barack Obama left."));
    }
  }

  @Test
  void anEntityOfStopWordsAloneHasNoTerm() throws IOException {
    Analyzer inner =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(
                tokenizer,
                new StopFilter(tokenizer, new CharArraySet(List.of("Thailand", "Barack"), true)));
          }
        };
    try (inner;
        Analyzer analyzer = new EntityTermAnalyzer(inner, tagger, Entity::type)) {
      assertEquals(
          List.of("2 Obama Obama", "2 per Obama", "3 flew flew", "4 to to"),
          terms(analyzer, "Barack Obama flew to Thailand."));
    }
  }

  @Test
  void anIndexFindsPeopleAndPhrases() throws IOException {
    FieldType withOffsets = new FieldType(TextField.TYPE_STORED);
    withOffsets.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    try (Directory directory = new ByteBuffersDirectory();
        Analyzer analyzer = new EntityTermAnalyzer(new StandardAnalyzer(), tagger)) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (String text :
            List.of(
                "Tony Blair met Angela Merkel in Berlin.",
                "The hotel Tony is fully booked.",
                "Mr. Tony  Blair, of London, spoke.")) {
          Document document = new Document();
          document.add(new Field("body", text, withOffsets));
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        String blair = EntityTermAnalyzer.term("per", "Tony Blair");
        assertEquals(2, searcher.count(new TermQuery(new Term("body", blair))));
        Query words = new PhraseQuery("body", "tony", "blair", "met");
        assertEquals(1, searcher.count(words));
      }
    }
  }

  @Test
  void termsHoldOneSpaceAndNoCapitals() {
    assertEquals("per/tony blair", EntityTermAnalyzer.term("per", " Tony\n  Blair"));
  }
}

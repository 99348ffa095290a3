package org.namespan.trainer.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.io.AtomicFile;

/** Writes sentences as a column file, as {@link ColumnReader} reads it. */
public final class CorpusWriter {

  /** What ends a line for a reader, and what parts columns. */
  private static final Pattern LINE_BREAK_OR_TAB =
      Pattern.compile("[\\n-\\r\\t\\u0085\\u2028\\u2029]");

  private CorpusWriter() {}

  /**
   * Writes one {@code token TAB tag} a line in UTF-8, lines ending with LF, and a blank line after
   * each sentence. {@link ColumnReader} reads the same tokens and spans back.
   *
   * <p>A file of that name is replaced, but only once everything is written: upon failure it stays
   * as it was and nothing is left beside it.
   *
   * @param scheme how to write the tags; all but {@link TagScheme#IO} keep every span
   * @return the spans lost because they touch another of their type, which IO cannot tell apart: 1
   *     for {@code B-per B-per} in IO, 0 in every other scheme
   * @throws CorpusException if {@link #check} refuses it
   * @throws IOException if the disk fails
   */
  public static int write(List<Sentence> sentences, Path file, TagScheme scheme)
      throws IOException {
    return write(sentences, file, CorpusScheme.valueOf(scheme.name()), false);
  }

  /**
   * Writes the same in a scheme of files, with {@code # text = ...} before each sentence that has a
   * text, so that its tokenizer can be learned from it. A text is left out that {@link
   * ColumnReader} would not read back with its tokens in it, or would take for a token.
   *
   * @return the spans lost, as for {@link #write(List, Path, TagScheme)}
   * @throws CorpusException if {@link #check} refuses it
   * @throws IOException if the disk fails
   */
  public static int writeWithTexts(List<Sentence> sentences, Path file, CorpusScheme scheme)
      throws IOException {
    return write(sentences, file, scheme, true);
  }

  private static int write(List<Sentence> sentences, Path file, CorpusScheme scheme, boolean texts)
      throws IOException {
    check(sentences, file);
    int[] lost = new int[1];
    AtomicFile.write(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            for (Sentence sentence : sentences) {
              Optional<String> text = texts ? comment(sentence) : Optional.empty();
              if (text.isPresent()) {
                out.append("# text = ").append(text.get()).append('\n');
              }
              lost[0] += write(sentence, scheme, out);
            }
          }
        });
    return lost[0];
  }

  /**
   * Checks that {@link #write} could write this, for those who write several files or none.
   *
   * @throws CorpusException if the name stands for another format or a folder, a token starts with
   *     {@code -DOCSTART-} or a byte-order mark, which a reader would not take as a token, or a
   *     sentence has open types, which no column holds
   */
  public static void check(List<Sentence> sentences, Path file) throws CorpusException {
    checkTarget(file);
    for (int i = 0; i < sentences.size(); i++) {
      checkTokens(sentences.get(i).tokens(), i, file);
      if (!sentences.get(i).openTypes().isEmpty()) {
        throw new CorpusException(
            file,
            0,
            "sentence " + (i + 1) + " has open types",
            "expected tags only, for a column file holds nothing else",
            "write the corpus before a type map is applied");
      }
    }
  }

  private static void checkTokens(List<String> tokens, int index, Path file)
      throws CorpusException {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.startsWith(ColumnFile.DOCUMENT_MARK) || token.startsWith("\uFEFF")) {
        throw new CorpusException(
            file,
            0,
            "token " + (i + 1) + " of sentence " + (index + 1) + " is a mark of the format",
            "expected none that starts with -DOCSTART- or a byte-order mark",
            "change the token");
      }
    }
  }

  private static void checkTarget(Path file) throws CorpusException {
    if (Files.isDirectory(file)) {
      throw new CorpusException(
          file, 0, "found a folder", "expected the name of a file", "choose another name");
    }
    String name = file.getFileName().toString();
    if (CorpusFormats.detect(file) != CorpusFormats.CONLL || name.endsWith(".gz")) {
      throw new CorpusException(
          file,
          0,
          "the name stands for another format",
          "expected a name for a plain column file",
          "choose a name that ends with .conll");
    }
  }

  /** The text as a comment can hold it. */
  private static Optional<String> comment(Sentence sentence) {
    if (sentence.text().isEmpty()) {
      return Optional.empty();
    }
    String text = LINE_BREAK_OR_TAB.matcher(sentence.text().get().text()).replaceAll(" ").strip();
    return CorpusScheme.parseAny(lastWord(text)).isPresent()
            || AlignedText.align(text, sentence.tokens()).isEmpty()
        ? Optional.empty()
        : Optional.of(text);
  }

  private static String lastWord(String text) {
    int start = text.length();
    while (start > 0 && !Character.isSpaceChar(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start);
  }

  private static int write(Sentence sentence, CorpusScheme scheme, BufferedWriter out)
      throws IOException {
    List<Tag> tags = sentence.tags(scheme.labels());
    for (int i = 0; i < tags.size(); i++) {
      String tag = scheme.toFile(tags.get(i)).toString();
      out.append(sentence.tokens().get(i)).append('\t').append(tag).append('\n');
    }
    out.append('\n');
    return sentence.spans().size() - scheme.labels().decode(tags).size();
  }
}

package org.namespan.trainer.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.namespan.internal.tag.Span;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.AtomicFile;

/** Writes sentences as a {@link CorpusFormat#CONLL} file. */
public final class CorpusWriter {
  private CorpusWriter() {}

  /**
   * Writes one {@code token TAB tag} a line in UTF-8, lines ending with LF, and a blank line after
   * each sentence. {@link CorpusReader} reads the same tokens and spans back.
   *
   * <p>A file of that name is replaced, but only once everything is written: upon failure it stays
   * as it was and nothing is left beside it.
   *
   * @param scheme how to write the tags; all but {@link TagScheme#IO} keep every span
   * @return the spans lost because they touch another of their type, which IO cannot tell apart: 1
   *     for {@code B-per B-per} in IO, 0 in every other scheme
   * @throws CorpusException if the name stands for another format or a folder, or a token starts
   *     with {@code -DOCSTART-} or a byte-order mark, which a reader would not take as a token
   * @throws IOException if the disk fails
   */
  public static int write(List<Sentence> sentences, Path file, TagScheme scheme)
      throws IOException {
    Path target = file.toAbsolutePath();
    checkTarget(file, target);
    int[] lost = new int[1];
    AtomicFile.write(
        target,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            for (int i = 0; i < sentences.size(); i++) {
              lost[0] += write(sentences.get(i), i, file, scheme, out);
            }
          }
        });
    return lost[0];
  }

  private static void checkTarget(Path file, Path target) throws CorpusException {
    if (Files.isDirectory(target)) {
      throw new CorpusException(
          file, 0, "found a folder", "expected the name of a file", "choose another name");
    }
    String name = target.getFileName().toString();
    if (CorpusFormat.detect(target) != CorpusFormat.CONLL || name.endsWith(".gz")) {
      throw new CorpusException(
          file,
          0,
          "the name stands for another format",
          "expected a name for a plain column file",
          "choose a name that ends with .conll");
    }
  }

  private static int write(
      Sentence sentence, int index, Path file, TagScheme scheme, BufferedWriter out)
      throws IOException {
    List<Span> spans = sentence.spans();
    List<Tag> tags = scheme.encode(spans, sentence.tokens().size());
    for (int i = 0; i < tags.size(); i++) {
      String token = sentence.tokens().get(i);
      if (token.startsWith(ColumnReader.DOCUMENT_MARK) || token.startsWith("\uFEFF")) {
        throw new CorpusException(
            file,
            0,
            "token " + (i + 1) + " of sentence " + (index + 1) + " is a mark of the format",
            "expected none that starts with -DOCSTART- or a byte-order mark",
            "change the token");
      }
      out.append(token).append('\t').append(tags.get(i).toString()).append('\n');
    }
    out.append('\n');
    return spans.size() - scheme.decode(tags).size();
  }
}

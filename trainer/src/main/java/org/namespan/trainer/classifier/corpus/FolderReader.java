package org.namespan.trainer.classifier.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.TextFile;

/**
 * A folder for each class, named for it, with a file for each text. Hidden files and folders are
 * passed over; all others are read in the order of their names.
 */
final class FolderReader implements LabelledTextReader {

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public boolean isFormatOf(Path file) {
    return Files.isDirectory(file);
  }

  @Override
  public LabelledCorpus read(Path folder, LabelledTextOptions options, CorpusErrorHandler errors)
      throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (Path ofClass : entries(folder, true)) {
      List<String> classes = List.of(ofClass.getFileName().toString());
      for (Path file : entries(ofClass, false)) {
        String text = TextFile.read(file, CorpusException::new).decodeUtf8();
        texts.add(new LabelledText(text, classes, 0));
      }
    }
    if (texts.isEmpty()) {
      throw new CorpusException(
          folder,
          0,
          "found no text",
          "expected a folder for each class, with a file for each text",
          "check the path");
    }
    return new LabelledCorpus(folder.toString(), texts);
  }

  private static List<Path> entries(Path folder, boolean folders) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) == folders)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }
}

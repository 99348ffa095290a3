package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

/**
 * All files that are checked together.
 *
 * @param files those of train first, then those of dev, then those of test
 */
public record CheckedCorpora(List<CheckedFile> files) {

  /** Copies the list and puts it in order. */
  public CheckedCorpora {
    files = files.stream().sorted(Comparator.comparing(CheckedFile::part)).toList();
  }

  /** The parts that there are, in order. */
  public List<CorpusPart> parts() {
    return files.stream().map(CheckedFile::part).distinct().toList();
  }

  /** The files of a part. */
  public List<CheckedFile> files(CorpusPart part) {
    return files.stream().filter(file -> file.part() == part).toList();
  }

  /** The entity types that occur in a part. */
  public SortedSet<String> types(CorpusPart part) {
    SortedSet<String> types = new TreeSet<>();
    files(part).forEach(file -> types.addAll(file.corpus().types()));
    return types;
  }

  /** All sentences, in the order of the files. */
  List<Located> sentences() {
    List<Located> all = new ArrayList<>();
    for (CheckedFile file : files) {
      file.corpus().sentences().forEach(sentence -> all.add(new Located(file, sentence)));
    }
    return all;
  }

  /** All sentences as one corpus. */
  Corpus joined() {
    return Corpus.concat(files.stream().map(CheckedFile::corpus).toList());
  }

  /** A sentence and its file. */
  public record Located(CheckedFile file, Sentence sentence) {

    /** What its file is for. */
    public CorpusPart part() {
      return file.part();
    }

    /** Where it begins. */
    public Place place() {
      return place(0);
    }

    /** Where a token stands. */
    public Place place(int token) {
      return file.place(sentence.line(token));
    }
  }
}

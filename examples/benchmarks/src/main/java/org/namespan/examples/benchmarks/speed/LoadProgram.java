package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.namespan.EntityTagger;

/** Loads one model in a fresh JVM and prints how many nanoseconds the call took. */
final class LoadProgram {

  /** The calls that are timed. */
  enum Way {
    /** ONNX Runtime's environment, and its session over the bytes of the model in memory. */
    BARE,
    /** {@link EntityTagger#load(Path)}. */
    PATH,
    /** {@link EntityTagger#load(InputStream)} of an open file. */
    STREAM,
    /** {@link EntityTagger#english()}. */
    BUNDLED,
    /** OpenNLP's model from a path, and a name finder of it. */
    OPENNLP
  }

  private LoadProgram() {}

  /** Takes the name of the way and the path of the model. */
  public static void main(String[] args) throws IOException, OrtException {
    Path model = Path.of(args[1]);
    System.out.println(
        switch (Way.valueOf(args[0])) {
          case BARE -> bare(model);
          case PATH -> path(model);
          case STREAM -> stream(model);
          case BUNDLED -> bundled();
          case OPENNLP -> openNlp(model);
        });
  }

  /** Milliseconds that the call takes in a fresh JVM. */
  static double milliseconds(Way way, Path model) throws IOException {
    String printed = ChildJvm.run(List.of(), LoadProgram.class, List.of(way.name(), "" + model));
    return Long.parseLong(printed) / 1e6;
  }

  private static long bare(Path model) throws IOException, OrtException {
    ByteBuffer bytes = BareSession.read(model);
    long start = System.nanoTime();
    BareSession session = BareSession.open(bytes);
    long taken = since(start);
    session.close();
    return taken;
  }

  private static long path(Path model) throws IOException {
    long start = System.nanoTime();
    EntityTagger tagger = EntityTagger.load(model);
    long taken = since(start);
    tagger.close();
    return taken;
  }

  private static long stream(Path model) throws IOException {
    try (InputStream stream = Files.newInputStream(model)) {
      long start = System.nanoTime();
      EntityTagger tagger = EntityTagger.load(stream);
      long taken = since(start);
      tagger.close();
      return taken;
    }
  }

  private static long bundled() throws IOException {
    long start = System.nanoTime();
    EntityTagger tagger = EntityTagger.english();
    long taken = since(start);
    tagger.close();
    return taken;
  }

  private static long openNlp(Path model) throws IOException {
    long start = System.nanoTime();
    new NameFinderME(new TokenNameFinderModel(model));
    return since(start);
  }

  private static long since(long start) {
    return System.nanoTime() - start;
  }
}

package org.namespan.model.en;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** The library as a module, with the model in a jar on the module path. */
class ModulePathTest {

  private static final String MODEL = "org/namespan/model/en/namespan-en.onnx";

  @TempDir private Path folder;

  /** Prints the library's module, and the entities of a sentence. */
  static final class TagProgram {

    private TagProgram() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
      System.out.println(EntityTagger.class.getModule());
      try (EntityTagger tagger = EntityTagger.english()) {
        for (Entity entity : tagger.tag("Barack Obama flew to Thailand in December.")) {
          System.out.println(entity.type() + " " + entity.text());
        }
      }
    }
  }

  @Test
  void findsTheModelOnTheModulePath() throws Exception {
    Path printed = folder.resolve("printed");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                modulePath(),
                "--add-modules",
                "ALL-MODULE-PATH",
                "-cp",
                place(ModulePathTest.class).toString(),
                TagProgram.class.getName())
            .redirectOutput(printed.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the program did not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(errors));
    assertEquals(
        List.of("module org.namespan", "per Barack Obama", "geo Thailand", "tim December"),
        Files.readAllLines(printed));
  }

  /** The model, the library and what it requires. */
  private String modulePath() throws Exception {
    Stream<Path> required =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(
                entry -> entry.getFileName().toString().matches("(onnx|opennlp|slf4j-api).*jar"));
    return Stream.concat(Stream.of(modelJar(), place(EntityTagger.class)), required)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Where a class was loaded from. */
  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A jar as the build makes it after the tests. */
  private Path modelJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", "org.namespan.model.en");
    Path jar = folder.resolve("model.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.putNextEntry(new JarEntry(MODEL));
      EntityTagger.class.getClassLoader().getResourceAsStream(MODEL).transferTo(entries);
    }
    return jar;
  }
}

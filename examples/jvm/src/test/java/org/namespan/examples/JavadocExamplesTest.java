package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.EntityTagger;

/**
 * The examples in the Javadoc of the public types compile and run with the bundled model. A
 * statement with a comment behind it, {@code entity.type(); // geo}, gives what the comment says.
 */
class JavadocExamplesTest {

  private static final Path SOURCES = Path.of("../../sdk/core/src/main/java/org/namespan");
  private static final Path PERSONAL_DATA =
      Path.of("../../sdk/personal-data/src/main/java/org/namespan/personaldata");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\n(.*?)\\}</pre>", Pattern.DOTALL);
  private static final Pattern RESULT = Pattern.compile("(?m)^( *)(\\S.*); // (.+)$");

  private static final String BEFORE =
      """
      import java.io.*;
      import java.nio.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.regex.*;
      import javax.crypto.*;
      import opennlp.tools.namefind.*;
      import opennlp.tools.util.Span;
      import org.namespan.*;
      import org.namespan.html.*;
      import org.namespan.classification.*;
      import org.namespan.personaldata.*;
      import org.namespan.redaction.*;
      public class Example {
        public static EntityTagger tagger;
        static Pattern[] patterns = {Pattern.compile("[A-Z]{3} [0-9]+")};
        static Path file = Path.of("pom.xml");
        static Path model = Path.of("../../sdk/core/src/test/resources/fixtures/format-5.onnx");
        static void is(Object found, String expected) {
          if (!String.valueOf(found).equals(expected)) {
            throw new AssertionError("found " + found + ", expected " + expected);
          }
        }
        public static void run() throws Exception {
      """;

  private static EntityTagger tagger;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws IOException {
    tagger = EntityTagger.english();
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  record Example(String type, String code) {
    @Override
    public String toString() {
      return type;
    }
  }

  private static List<Path> publicTypes() throws IOException {
    List<Path> types = publicTypes(SOURCES);
    assertTrue(types.size() <= 12, "a dozen public types at most: " + types);
    types.addAll(publicTypes(SOURCES.resolve("html")));
    types.addAll(publicTypes(SOURCES.resolve("classification")));
    types.addAll(publicTypes(SOURCES.resolve("redaction")));
    types.addAll(publicTypes(PERSONAL_DATA));
    return types;
  }

  private static List<Path> publicTypes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && Files.readString(file).contains("\npublic ")) {
          found.add(file);
        }
      }
      return found;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path file : publicTypes()) {
      Matcher example = EXAMPLE.matcher(Files.readString(file));
      while (example.find()) {
        String code =
            example
                .group(1)
                .lines()
                .map(l -> l.replaceFirst("^ *\\* ?", ""))
                .collect(Collectors.joining("\n"));
        examples.add(new Example(file.getFileName().toString(), code));
      }
    }
    return examples;
  }

  @Test
  void everyPublicTypeHasOne() throws IOException {
    List<String> with = examples().stream().map(Example::type).distinct().toList();
    assertEquals(publicTypes().stream().map(f -> f.getFileName().toString()).toList(), with);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void compilesAndGivesWhatItSays(Example example) throws Exception {
    String checked = RESULT.matcher(example.code()).replaceAll("$1is($2, \"$3\");");
    Path source = folder.resolve("Example.java");
    Files.writeString(source, BEFORE + checked + "\n}\n}\n");
    Javac.compile("-cp", System.getProperty("java.class.path"), "-d", folder, source);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> program = loader.loadClass("Example");
      program.getField("tagger").set(null, tagger);
      program.getMethod("run").invoke(null);
    }
  }
}

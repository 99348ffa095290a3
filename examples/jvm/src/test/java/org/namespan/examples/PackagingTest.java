package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as applications pack it, each in a JVM of its own. */
class PackagingTest {

  private static final String FOUND = "per Barack Obama 0-12";

  @TempDir Path folder;

  private final List<Path> jars = new ArrayList<>();

  /** What an application has at run time: the library, both English models and what they need. */
  @BeforeEach
  void findJars() {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String name = path.getFileName().toString();
      boolean needed =
          Stream.of("onnxruntime-", "opennlp-tools-", "slf4j-").anyMatch(name::startsWith)
              || name.equals("classes") && entry.contains("sdk")
              || name.startsWith("namespan-0")
              || name.startsWith("namespan-model-en");
      if (needed) {
        assumeTrue(name.endsWith(".jar"), "not packaged yet: run by mvn verify, not mvn test");
        jars.add(path);
      }
    }
    assertTrue(jars.size() >= 6, jars.toString());
  }

  private static String join(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  private List<Path> withExamples() {
    List<Path> all = new ArrayList<>(jars);
    all.add(Path.of("target", "classes").toAbsolutePath());
    return all;
  }

  /** What a program prints, standard error with it. */
  private String run(int expectedExit, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String printed = Files.readString(output);
    assertEquals(expectedExit, exit, printed);
    return printed;
  }

  @Test
  void onTheClassPath() throws Exception {
    String printed = run(0, "-cp", join(withExamples()), QuickStart.class.getName());
    assertTrue(printed.contains(FOUND), printed);
  }

  /** As the README says: an application that is a module itself, and requires two. */
  @Test
  void onTheModulePath() throws Exception {
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(
        source.resolve("module-info.java"),
        "module app { requires org.namespan; requires org.slf4j; }");
    Path program = Files.createDirectories(source.resolve("app")).resolve("App.java");
    Files.writeString(
        program,
        """
        package app;
        public class App {
          public static void main(String[] arguments) throws Exception {
            try (var tagger = org.namespan.EntityTagger.english()) {
              for (var e : tagger.tag("Barack Obama flew to Thailand.")) {
                System.out.println(e.type() + " " + e.text() + " " + e.start() + "-" + e.end());
              }
              System.out.println(tagger.getClass().getModule().getName());
            }
            try (var news = org.namespan.EntityTagger.bundled("en-gmb")) {
              System.out.println("F1 " + news.info().facts().get("test.f1"));
            }
          }
        }
        """);
    Path classes = folder.resolve("app");
    Javac.compile("-p", join(jars), "-d", classes, source.resolve("module-info.java"), program);
    List<Path> modules = new ArrayList<>(jars);
    modules.add(classes);
    String printed = run(0, "-p", join(modules), "-m", "app/app.App");
    assertTrue(printed.contains(FOUND), printed);
    assertTrue(printed.contains("org.namespan" + System.lineSeparator()), printed);
    assertTrue(printed.contains("F1 0.8509" + System.lineSeparator()), printed);
  }

  /** Who puts them into one jar keeps one of each name. */
  @Test
  void theModelsShareNoNameButTheLicence() throws IOException {
    Set<String> all = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith("namespan-model-")) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
          file.stream()
              .filter(entry -> !entry.isDirectory() && !all.add(entry.getName()))
              .forEach(entry -> shared.add(entry.getName()));
        }
      }
    }
    assertTrue(all.contains("org/namespan/model/en-gmb/MODEL_CARD.md"), all.toString());
    assertEquals(Set.of("META-INF/LICENSE", "META-INF/MANIFEST.MF"), shared);
  }

  /** All classes and resources in one jar; of those in several, the first. */
  @Test
  void inOneJar() throws Exception {
    Path one = folder.resolve("one.jar");
    try (OutputStream out = Files.newOutputStream(one);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      Set<String> names = new HashSet<>();
      for (Path jar : jars) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
          for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (names.add(entry.getName())) {
              zip.putNextEntry(new ZipEntry(entry.getName()));
              file.getInputStream(entry).transferTo(zip);
            }
          }
        }
      }
    }
    String path = join(List.of(one, Path.of("target", "classes").toAbsolutePath()));
    String printed = run(0, "-cp", path, QuickStart.class.getName());
    assertTrue(printed.contains(FOUND), printed);
  }

  /** As the README says: natives in a folder of their own, and none in any jar. */
  @Test
  void withNativesFromAFolder() throws Exception {
    Path natives = Files.createDirectories(folder.resolve("natives"));
    String prefix = "ai/onnxruntime/native/" + platform() + "/";
    Path stripped = folder.resolve("stripped.jar");
    List<Path> path = withExamples();
    int runtime = 0;
    while (!path.get(runtime).getFileName().toString().startsWith("onnxruntime-")) {
      runtime++;
    }
    try (ZipFile file = new ZipFile(path.set(runtime, stripped).toFile());
        OutputStream out = Files.newOutputStream(stripped);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream in = file.getInputStream(entry)) {
          if (entry.getName().matches(prefix + "[^/]+")) {
            Files.copy(in, natives.resolve(entry.getName().substring(prefix.length())));
          } else if (!entry.getName().contains("/native/")) {
            zip.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(zip);
          }
        }
      }
    }
    String option = "-Donnxruntime.native.path=" + natives;
    String printed = run(0, option, "-cp", join(path), QuickStart.class.getName());
    assertTrue(printed.contains(FOUND), printed);
    String without = run(1, "-cp", join(path), QuickStart.class.getName());
    assertTrue(without.contains("java.io.IOException: ONNX Runtime could not be started"), without);
  }

  @Test
  void saysWhatANativeLibraryNeeds() throws Exception {
    String option = "-Djava.io.tmpdir=" + folder.resolve("missing");
    String printed = run(1, option, "-cp", join(withExamples()), QuickStart.class.getName());
    assertTrue(printed.contains("java.io.IOException: ONNX Runtime could not be started"), printed);
    assertTrue(printed.contains("java.io.tmpdir that may be written to"), printed);
  }

  /** As ONNX Runtime names the folders in its jar. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
    String processor = System.getProperty("os.arch");
    return system + (processor.equals("aarch64") ? "-aarch64" : "-x64");
  }
}

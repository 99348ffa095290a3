package org.namespan.android;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import com.android.tools.r8.CompilationFailedException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.tokenize.TokenizerME;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.EntityTagger;
import org.slf4j.LoggerFactory;

class AndroidGateTest {

  private static final int LARGEST_DEX = 384_000;
  private static final int LARGEST_JAR = 476_000;

  /** With all of OpenNLP and ONNX Runtime that it needs. */
  private static final int LARGEST_APP = 240_000;

  @TempDir static Path temp;

  private static Path sdk;
  private static List<Path> libraries;
  private static List<Path> program;
  private static Path natives;
  private static Path texts;
  private static Path desugared;
  private static Path shrunk;

  @BeforeAll
  static void shrink() throws Exception {
    sdk = temp.resolve("sdk.jar");
    ClassPathEntry.copyClasses(EntityTagger.class, sdk);
    libraries =
        List.of(
            temp.resolve("onnxruntime.jar"),
            temp.resolve("opennlp.jar"),
            temp.resolve("slf4j.jar"));
    ClassPathEntry.copyClasses(OrtEnvironment.class, libraries.get(0));
    ClassPathEntry.copyClasses(TokenizerME.class, libraries.get(1));
    ClassPathEntry.copyClasses(LoggerFactory.class, libraries.get(2));
    program = Stream.concat(Stream.of(sdk), libraries.stream()).toList();
    natives = temp.resolve("natives.jar");
    ClassPathEntry.copyNatives(OrtEnvironment.class, natives);
    texts = temp.resolve("texts.jar");
    ClassPathEntry.copyTexts(EntityTagger.class, texts);
    desugared = temp.resolve("desugared.jar");
    AndroidApp.desugar(program, List.of(), desugared);
    shrunk = temp.resolve("shrunk.jar");
    AndroidApp.shrink(desugared, rules(), shrunk);
  }

  static List<String> rules() throws IOException {
    String name = "/META-INF/proguard/org.namespan_namespan.pro";
    try (InputStream stream = EntityTagger.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void theSdkKeepsToApi26() throws Exception {
    Path own = temp.resolve("own.jar");
    AndroidApp.desugar(List.of(sdk), libraries, own);
    assertEquals(List.of(), Api26.violations(own, libraries));
  }

  @Test
  void whatTheSdkReachesInItsLibrariesKeepsToApi26() throws Exception {
    assertEquals(List.of(), Api26.violations(shrunk, List.of()));
  }

  @Test
  void aLaterApiIsFound() throws Exception {
    Path slip = temp.resolve("slip.jar");
    ClassPathEntry.copyClass(LaterApi.class, slip);
    Path own = temp.resolve("slip-desugared.jar");
    AndroidApp.desugar(List.of(slip), List.of(), own);
    List<String> violations = Api26.violations(own, List.of());
    assertEquals(1, violations.size(), violations::toString);
    assertTrue(violations.get(0).contains("InputStream.readAllBytes"), violations.get(0));
  }

  @Test
  void theShrunkSdkFindsTheSameEntities() throws Exception {
    Outcome asItIs = tag(program);
    Outcome small = tag(List.of(shrunk));
    assertEquals(0, asItIs.exit, asItIs.err);
    assertTrue(asItIs.out.contains("type=geo, text=Thailand"), asItIs.out);
    assertEquals(asItIs.out, small.out, small.err);
  }

  /** What the natives look up stands in them as {@code ai/onnxruntime/OnnxTensor}. */
  @Test
  void theRulesKeepWhatTheNativesLookUp() throws IOException {
    String library = "/ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so";
    Set<String> lookedUp = new TreeSet<>();
    try (InputStream stream = OrtEnvironment.class.getResourceAsStream(library)) {
      String bytes = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
      Matcher name = Pattern.compile("\\x00(ai/onnxruntime/\\w+)\\x00").matcher(bytes);
      for (int from = 0; name.find(from); from = name.end() - 1) {
        lookedUp.add(name.group(1).replace('/', '.'));
      }
    }
    String rule = rules().stream().filter(r -> r.contains("<init>(...)")).findFirst().orElseThrow();
    String names =
        rule.substring("-keep,includedescriptorclasses class ".length(), rule.indexOf(" {"));
    assertEquals(lookedUp, new TreeSet<>(List.of(names.split(","))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noConsumerRuleCanBeSpared(String rule) throws Exception {
    List<String> others = new ArrayList<>(rules());
    others.remove(rule);
    // What is left out and renamed stays so, and R8 is done in half the time.
    others.add("-dontoptimize");
    Path without = Files.createTempFile(temp, "without", ".jar");
    if (rule.startsWith("-dontwarn ")) {
      assertThrows(
          CompilationFailedException.class, () -> AndroidApp.shrink(desugared, others, without));
    } else {
      AndroidApp.shrink(desugared, others, without);
      assertNotEquals(0, tag(List.of(without)).exit);
    }
  }

  @Test
  void theSdkIsSmall() throws Exception {
    Path own = Files.createDirectory(temp.resolve("own-dex"));
    AndroidApp.dex(List.of(sdk), libraries, own);
    Path whole = Files.createDirectory(temp.resolve("whole-dex"));
    AndroidApp.shrinkToDex(program, AndroidApp.WHOLE_API, rules(), whole);
    long dex = Files.size(own.resolve("classes.dex"));
    long jar = Files.size(sdk);
    System.out.printf(
        "The SDK's own dex: %,d bytes, its classes in a jar: %,d; shrunk together with OpenNLP and"
            + " the classes of ONNX Runtime, dex: %,d%n",
        dex, jar, Files.size(whole.resolve("classes.dex")));
    assertTrue(dex <= LARGEST_DEX, dex + " bytes of dex, expected at most " + LARGEST_DEX);
    assertTrue(jar <= LARGEST_JAR, jar + " bytes of jar, expected at most " + LARGEST_JAR);
    assertFalse(Files.exists(own.resolve("classes2.dex")), "a second dex");
  }

  @Test
  void anAppThatOnlyTagsIsSmall() throws Exception {
    Path app = temp.resolve("app.jar");
    ClassPathEntry.copyClass(TaggingApp.class, app);
    Path folder = Files.createDirectory(temp.resolve("app-dex"));
    List<String> main = List.of("-keep class org.namespan.android.TaggingApp { void main(...); }");
    AndroidApp.shrinkToDex(
        Stream.concat(program.stream(), Stream.of(app)).toList(), main, rules(), folder);
    long dex = Files.size(folder.resolve("classes.dex"));
    System.out.printf("An app that only tags, shrunk, dex: %,d bytes%n", dex);
    assertTrue(dex <= LARGEST_APP, dex + " bytes of dex, expected at most " + LARGEST_APP);
  }

  private record Outcome(int exit, String out, String err) {}

  /** Runs {@link TagProgram} in a JVM that has nothing of the SDK but what is given. */
  private static Outcome tag(List<Path> classes) throws Exception {
    List<Path> classPath = new ArrayList<>(classes);
    classPath.add(natives);
    classPath.add(texts);
    classPath.add(ClassPathEntry.of(TagProgram.class));
    classPath.add(ClassPathEntry.ofResource("org/namespan/model/en/namespan-en.onnx"));
    classPath.add(ClassPathEntry.ofResource("org/namespan/model/en-gmb/namespan-en-gmb.onnx"));
    Path out = Files.createTempFile(temp, "out", ".txt");
    Path err = Files.createTempFile(temp, "err", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                TagProgram.class.getName())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the program is still running after two minutes");
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}

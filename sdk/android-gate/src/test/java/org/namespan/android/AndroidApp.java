package org.namespan.android;

import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The tools of an Android build, D8 and R8, for API 26 and without what only Google's repository
 * has: the classes of the JDK stand for those of Android, so what Android lacks has to be looked
 * for afterwards.
 */
final class AndroidApp {

  private static final int MIN_API = 26;

  /** What an app that uses all of the public API would keep of it. */
  static final List<String> WHOLE_API =
      List.of(
          "-keep public class org.namespan.* { public protected *; }",
          "-keep public class org.namespan.html.* { public protected *; }",
          "-keep public class org.namespan.redaction.* { public protected *; }",
          "-keepattributes Signature,InnerClasses,EnclosingMethod");

  private AndroidApp() {}

  /** Turns what is new in the language into class files that Android could run, by D8. */
  static void desugar(List<Path> program, List<Path> classpath, Path output) throws Exception {
    D8.run(d8(program, classpath).setOutput(output, OutputMode.ClassFile).build());
  }

  /** Writes {@code classes.dex} of a release build into a folder, by D8: nothing is left out. */
  static void dex(List<Path> program, List<Path> classpath, Path folder) throws Exception {
    D8.run(d8(program, classpath).setOutput(folder, OutputMode.DexIndexed).build());
  }

  private static D8Command.Builder d8(List<Path> program, List<Path> classpath) throws IOException {
    return D8Command.builder()
        .setMode(CompilationMode.RELEASE)
        .setMinApiLevel(MIN_API)
        .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
        .addClasspathFiles(classpath)
        .addProgramFiles(program);
  }

  /**
   * Shrinks and renames what {@link #desugar} wrote, by R8, into class files again.
   *
   * @param rules the consumer rules
   */
  static void shrink(Path desugared, List<String> rules, Path output) throws Exception {
    R8.run(
        r8(List.of(desugared), WHOLE_API, rules).setOutput(output, OutputMode.ClassFile).build());
  }

  /**
   * Writes {@code classes.dex} of a release build into a folder, by R8.
   *
   * @param kept rules for what the app itself uses
   * @param rules the consumer rules
   */
  static void shrinkToDex(List<Path> program, List<String> kept, List<String> rules, Path folder)
      throws Exception {
    R8.run(
        r8(program, kept, rules)
            .setMinApiLevel(MIN_API)
            .setOutput(folder, OutputMode.DexIndexed)
            .build());
  }

  private static R8Command.Builder r8(List<Path> program, List<String> kept, List<String> rules)
      throws IOException {
    return R8Command.builder()
        .setMode(CompilationMode.RELEASE)
        .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
        .addProguardConfiguration(kept, Origin.unknown())
        .addProguardConfiguration(rules, Origin.unknown())
        .addProgramFiles(program);
  }
}

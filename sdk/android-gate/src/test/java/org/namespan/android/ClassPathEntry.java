package org.namespan.android;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar, or a folder of class files, that a class was loaded from. */
final class ClassPathEntry {

  private ClassPathEntry() {}

  /** Where a class was loaded from. */
  static Path of(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The jar or folder that holds a resource. */
  static Path ofResource(String name) throws IOException, URISyntaxException {
    URL url = ClassPathEntry.class.getClassLoader().getResource(name);
    if (url.openConnection() instanceof JarURLConnection jar) {
      return Path.of(jar.getJarFileURL().toURI());
    }
    String file = Path.of(url.toURI()).toString();
    return Path.of(file.substring(0, file.length() - name.length()));
  }

  /** Writes a jar of the class files of the entry that {@code type} was loaded from. */
  static void copyClasses(Class<?> type, Path jar) throws IOException, URISyntaxException {
    copy(of(type), name -> name.endsWith(".class") && !name.endsWith("module-info.class"), jar);
  }

  /** Writes a jar of the native libraries of this platform, likewise. */
  static void copyNatives(Class<?> type, Path jar) throws IOException, URISyntaxException {
    String suffix = System.mapLibraryName("").replaceFirst("^lib", "");
    copy(of(type), name -> name.endsWith(suffix), jar);
  }

  /** Writes a jar of the text files that are read at run time, likewise. */
  static void copyTexts(Class<?> type, Path jar) throws IOException, URISyntaxException {
    copy(of(type), name -> name.startsWith("org/") && name.matches(".*\\.(css|txt)"), jar);
  }

  /** Writes a jar of one class. */
  static void copyClass(Class<?> type, Path jar) throws IOException, URISyntaxException {
    copy(of(type), name -> name.equals(type.getName().replace('.', '/') + ".class"), jar);
  }

  private static void copy(Path entry, Predicate<String> chosen, Path jar) throws IOException {
    if (Files.isDirectory(entry)) {
      copyTree(entry, chosen, jar);
      return;
    }
    try (FileSystem files = FileSystems.newFileSystem(entry)) {
      copyTree(files.getPath("/"), chosen, jar);
    }
  }

  private static void copyTree(Path root, Predicate<String> chosen, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(1);
      for (Path file : files) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (chosen.test(name) && !name.startsWith("META-INF/versions")) {
          out.putNextEntry(new ZipEntry(name));
          try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(out);
          }
        }
      }
    }
  }
}

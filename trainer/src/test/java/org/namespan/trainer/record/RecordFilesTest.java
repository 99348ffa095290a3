package org.namespan.trainer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecordFilesTest {

  private static final InputStream NOTHING = new ByteArrayInputStream(new byte[0]);

  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static List<String> names(RecordFiles files) {
    return files.files().stream().map(RecordFile::nameInFolder).toList();
  }

  private static List<String> read(RecordFiles files, Position start) throws IOException {
    List<String> read = new ArrayList<>();
    try (RecordSource source = new RecordSource(files, PlainFormat.lines(), 100, start)) {
      for (RawRecord each = source.next(); each != null; each = source.next()) {
        String fault = each.fault();
        read.add(
            each.file().nameInFolder()
                + ":"
                + each.line()
                + ":"
                + (fault == null ? each.replaced() : fault));
      }
    }
    return read;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderStandsForItsFilesInOrder() throws IOException {
    write("d/b.txt", "");
    write("d/B.txt", "");
    write("d/a/z.txt", "");
    write("d/a.txt", "");
    write("d/.hidden", "");
    write("d/.git/config", "");
    Files.createSymbolicLink(folder.resolve("d/link.txt"), folder.resolve("d/b.txt"));
    Files.createSymbolicLink(folder.resolve("d/a/round"), folder.resolve("d"));
    RecordFiles files = RecordFiles.of(List.of(folder.resolve("d")), NOTHING);
    assertEquals(List.of("B.txt", "a.txt", "a/z.txt", "b.txt"), names(files));
    Path link = Files.createSymbolicLink(folder.resolve("named"), folder.resolve("d"));
    assertEquals(names(files), names(RecordFiles.of(List.of(link), NOTHING)));
  }

  @Test
  void aFolderWithoutFilesIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    IOException e = assertThrows(IOException.class, () -> RecordFiles.of(List.of(empty), NOTHING));
    assertTrue(e.getMessage().contains("is a directory without files"), e.getMessage());
    assertThrows(
        IOException.class, () -> RecordFiles.of(List.of(folder.resolve("missing")), NOTHING));
  }

  @Test
  void whatIsNoTextIsBadAndNoMore() throws IOException {
    write("d/a.txt", "one\ntwo");
    write("d/b.bin", "x\0y\nz");
    Path broken = folder.resolve("d/c.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(broken))) {
      out.write("a line\n".repeat(1000).getBytes());
    }
    byte[] whole = Files.readAllBytes(broken);
    Files.write(broken, java.util.Arrays.copyOf(whole, 20));
    write("d/e.txt", "three\n");
    RecordFiles files = RecordFiles.of(List.of(folder.resolve("d")), NOTHING);
    List<String> read = read(files, Position.START);
    assertEquals(
        List.of(
            "a.txt:1:one",
            "a.txt:2:two",
            "b.bin:0:found a binary file (a NUL byte among its first bytes), expected text in UTF-8",
            "c.gz:0:found a file that cannot be read to its end, expected text in UTF-8",
            "e.txt:1:three"),
        read);
    assertThrows(
        IOException.class, () -> read(RecordFiles.of(List.of(broken), NOTHING), Position.START));
  }

  @Test
  void everyPositionIsAPlaceToGoOn() throws IOException {
    write("d/a.txt", "\uFEFFone\r\ntwo\n\n");
    write("d/b.txt", "");
    write("d/c.txt", "three");
    RecordFiles files = RecordFiles.of(List.of(folder.resolve("d"), folder.resolve("d")), NOTHING);
    List<String> all = read(files, Position.START);
    assertEquals(8, all.size());
    try (RecordSource source = new RecordSource(files, PlainFormat.lines(), 100, Position.START)) {
      for (int i = 0; i <= all.size(); i++) {
        assertEquals(all.subList(i, all.size()), read(files, source.position()));
        assertEquals(i, source.position().records());
        source.next();
      }
      assertEquals(files.size(), source.consumed());
    }
  }

  @Test
  void aChangedFileHasAnotherFingerprint() throws IOException {
    Path file = write("d/a.txt", "one");
    List<Path> named = List.of(file, folder.resolve("d"));
    RecordFiles before = RecordFiles.of(named, NOTHING);
    assertEquals(before.fingerprints(), RecordFiles.of(named, NOTHING).fingerprints());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    RecordFiles touched = RecordFiles.of(named, NOTHING);
    for (Path each : named) {
      assertNotEquals(
          before.fingerprints().get(each.toString()), touched.fingerprints().get(each.toString()));
    }
    assertTrue(touched.areRepeatable());
    assertFalse(RecordFiles.of(List.of(Path.of("-")), NOTHING).areRepeatable());
  }

  @Test
  void headersOfAllFilesAreTheSame() throws IOException {
    Path a = write("a.csv", "id,b\n1,x\n");
    Path b = write("b.csv", "\uFEFFid,b\r\n2,y\n");
    CsvFormat format = new CsvFormat("b", "", ',');
    RecordFiles files = RecordFiles.of(List.of(a, b), NOTHING);
    try (RecordSource source = new RecordSource(files, format, 100, Position.START)) {
      assertEquals("1,x", source.next().replaced());
      assertEquals("id,b", source.takeHeader().orElseThrow());
      Position position = source.position();
      assertEquals(2, source.next().line());
      assertTrue(source.takeHeader().isEmpty());
      try (RecordSource other =
          new RecordSource(files, new CsvFormat("b", "", ','), 100, position)) {
        assertEquals("2,y", other.next().replaced());
        assertTrue(other.takeHeader().isEmpty());
      }
    }
    write("d/a.csv", "id,text\n1,x\n");
    write("d/b.csv", "id,b\n2,y\n");
    RecordFiles found = RecordFiles.of(List.of(folder.resolve("d")), NOTHING);
    try (RecordSource source =
        new RecordSource(found, new CsvFormat("b", "", ','), 100, Position.START)) {
      assertEquals("found no columns 'b' among 2, expected one", source.next().fault());
      assertEquals("2,y", source.next().replaced());
      assertEquals("id,b", source.takeHeader().orElseThrow());
    }
    Path c = write("c.csv", "b,id\n1,x\n");
    RecordFiles differ = RecordFiles.of(List.of(a, c), NOTHING);
    try (RecordSource source =
        new RecordSource(differ, new CsvFormat("b", "", ','), 100, Position.START)) {
      source.next();
      IOException e = assertThrows(IOException.class, source::next);
      assertTrue(e.getMessage().contains("another header"), e.getMessage());
    }
  }
}

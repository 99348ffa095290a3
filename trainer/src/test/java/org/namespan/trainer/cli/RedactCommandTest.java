package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RedactCommandTest {

  private static final String TEXT =
      "Anna Berg lives in New York .\r\nOslo is far , said Otto . ANNA BERG 😀\n\nOtto lives in Oslo .";

  @TempDir private Path folder;

  private Path text;
  private Path map;

  private void write() throws IOException {
    text = folder.resolve("text.txt");
    map = folder.resolve("text.map");
    Files.writeString(text, TEXT);
  }

  private static CommandRun redact(Object... more) {
    Object[] args = new Object[more.length + 3];
    args[0] = "redact";
    args[1] = "-m";
    args[2] = SmallRun.model();
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandRun.of(args);
  }

  @Test
  void whatIsRedactedIsRestored() throws IOException {
    write();
    CommandRun redacted = redact("--file", text, "--map", map).assertOk();
    assertEquals(
        "[PERSON_1] lives in [LOCATION_1] .\r\n"
            + "[LOCATION_2] is far , said [PERSON_2] . [PERSON_1-2] 😀\n\n"
            + "[PERSON_2] lives in [LOCATION_2] .",
        redacted.out());
    CommandRun restored =
        CommandRun.withInput(
            redacted.out().getBytes(StandardCharsets.UTF_8), "restore", "--map", map);
    assertEquals(TEXT, restored.assertOk().out());
    assertEquals("", restored.err());
  }

  @Test
  void aTextMayBeArguments() throws IOException {
    write();
    assertEquals(
        "[NAME_1] lives in Oslo .\n[NAME_1-2] too\n",
        redact("--types", "per", "--label", "per=NAME", "Otto lives in Oslo .", "OTTO too")
            .assertOk()
            .out());
    assertEquals(
        "**** lives in **** .\n",
        redact("--by", "mask", "--map", map, "Otto lives in Oslo .").assertOk().out());
    CommandRun restored = CommandRun.of("restore", "--map", map, "**** and [PERSON_9]").assertOk();
    assertEquals("**** and [PERSON_9]\n", restored.out());
    assertEquals(
        "1 placeholder is not in the map and stays.\n2 places of the text were masked, and stay"
            + " so.\n",
        restored.err());
  }

  @Test
  void hashesAndMadeUpNamesAreRestoredToo() throws IOException {
    write();
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "0123456789abcdef");
    CommandRun hashed =
        redact("--file", text, "--by", "hash", "--secret", secret, "--map", map).assertOk();
    assertTrue(hashed.out().matches("(?s)\\[PERSON_[0-9a-f]{16}\\] lives.*"), hashed.out());
    assertEquals(TEXT.lines().toList(), restored(hashed, map));
    Path second = folder.resolve("second.map");
    CommandRun madeUp =
        redact("--file", text, "--by", "made-up", "--seed", 5, "--map", second).assertOk();
    assertFalse(madeUp.out().contains("Otto") || madeUp.out().contains("["), madeUp.out());
    assertEquals(TEXT.lines().toList(), restored(madeUp, second));
  }

  private static List<String> restored(CommandRun redacted, Path map) {
    return CommandRun.withInput(
            redacted.out().getBytes(StandardCharsets.UTF_8), "restore", "--map", map)
        .assertOk()
        .lines();
  }

  @Test
  void aMapIsEncryptedWithAKey() throws IOException {
    write();
    Path key = folder.resolve("key.hex");
    Files.writeString(key, "00112233445566778899aabbccddeeff\n");
    CommandRun redacted = redact("--file", text, "--map", map, "--key", key).assertOk();
    assertFalse(Files.readString(map, StandardCharsets.ISO_8859_1).contains("Otto"));
    byte[] input = redacted.out().getBytes(StandardCharsets.UTF_8);
    assertEquals(
        TEXT, CommandRun.withInput(input, "restore", "--map", map, "--key", key).assertOk().out());
    CommandRun.withInput(input, "restore", "--map", map).assertRefused(map, "needs --key");
    Files.writeString(key, "ff112233445566778899aabbccddeeff");
    CommandRun.withInput(input, "restore", "--map", map, "--key", key)
        .assertRefused(map, "the key is another");
    Files.writeString(key, "xyzzy");
    CommandRun.withInput(input, "restore", "--map", map, "--key", key)
        .assertRefused(key, "hexadecimal");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aMapIsForItsOwnersEyes() throws IOException {
    write();
    redact("--file", text, "--map", map).assertOk();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(map)));
  }

  @Test
  void anOlderMapIsNotLost() throws IOException {
    write();
    Files.writeString(map, "older");
    redact("--file", text, "--map", map).assertRefused(map, "is there already");
    assertEquals("older", Files.readString(map));
    CommandRun.of("restore", "--map", map, "x").assertRefused(map, "no redaction map");
  }

  @Test
  void refusesWhatWouldLeaveNames() throws IOException {
    write();
    redact("--types", "pers", "Otto").assertNotUnderstood("found the types [pers]");
    redact("--label", "per=Name", "Otto").assertNotUnderstood("upper-case letters");
    redact("--seed", "2", "Otto").assertNotUnderstood("--by made-up");
    redact("--by", "hash", "Otto").assertNotUnderstood("go together");
    redact("--key", text, "Otto").assertNotUnderstood("--map");
    redact("--file", text, "Otto").assertNotUnderstood("not both");
    redact("--file", folder.resolve("none")).assertRefused("none", "no such file");
    CommandRun.of("restore", "x").assertNotUnderstood("--map");
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "xyzzy");
    redact("--by", "hash", "--secret", secret, "Otto").assertRefused(secret, "at least 16");
  }

  @Test
  void personalDataAreRedactedWhereThatIsAskedFor() {
    String[] lines = {"Otto lives in Oslo .", "ann@example.org"};
    assertEquals(
        "[PERSON_1] lives in [LOCATION_1] .\nann@example.org\n",
        redact(lines[0], lines[1]).assertOk().out());
    assertEquals(
        "[PERSON_1] lives in [LOCATION_1] .\n[EMAIL_1]\n",
        redact("--personal-data", lines[0], lines[1]).assertOk().out());
    assertEquals(
        "Otto lives in Oslo .\n[EMAIL_1]\n",
        redact("--personal-data", "--types", "email", lines[0], lines[1]).assertOk().out());
    redact("--types", "email", lines[0]).assertNotUnderstood("found the types [email]");
  }

  @Test
  void aByteOrderMarkComesBack() throws IOException {
    write();
    Files.writeString(text, "\uFEFFOtto lives in Oslo .\r\n");
    CommandRun redacted = redact("--file", text, "--map", map).assertOk();
    assertEquals("\uFEFF[PERSON_1] lives in [LOCATION_1] .\r\n", redacted.out());
    assertEquals(
        "\uFEFFOtto lives in Oslo .\r\n",
        CommandRun.withInput(
                redacted.out().getBytes(StandardCharsets.UTF_8), "restore", "--map", map)
            .assertOk()
            .out());
  }

  @Test
  void anEmptyTextHasAMapToo() throws IOException {
    write();
    Files.write(text, new byte[0]);
    assertEquals("", redact("--file", text, "--map", map).assertOk().out());
    assertEquals("namespan-redaction-map\t1\t0\t0\n", Files.readString(map));
    assertEquals("", CommandRun.of("restore", "--map", map, "--file", text).assertOk().out());
  }

  @Test
  void aMapThatStaysIsNamed() throws IOException {
    write();
    StringWriter err = new StringWriter();
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    CommandLine command = NamespanCommand.commandLine();
    command.setOut(new PrintWriter(full)).setErr(new PrintWriter(err));
    int exitCode =
        command.execute(
            "redact",
            "-m",
            SmallRun.model().toString(),
            "--file",
            text.toString(),
            "--map",
            map.toString());
    assertEquals(1, exitCode);
    assertTrue(err.toString().contains("the map " + map + " is written and stays"), err.toString());
    assertTrue(Files.exists(map));
  }
}

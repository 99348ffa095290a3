package org.namespan.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Lines that programs write, numbers and hexadecimal strings, of a seed. No person is in them. */
final class LogLines {

  private static final String[] HOSTS = {
    "web01", "db-3", "ip-10-0-3-7", "worker_12", "edge.prod.lan"
  };
  private static final String[] PROGRAMS = {
    "sshd", "kernel", "nginx", "cron", "systemd", "dockerd"
  };
  private static final String[] LEVELS = {"INFO", "WARN", "ERROR", "DEBUG", "TRACE"};

  private static final List<Function<Random, String>> KINDS =
      List.of(
          r ->
              String.format(
                  "Jan %2d %s %s %s[%d]: session opened for uid %d",
                  day(r),
                  time(r),
                  pick(r, HOSTS),
                  pick(r, PROGRAMS),
                  r.nextInt(32768),
                  r.nextInt(65536)),
          r ->
              String.format(
                  "%s - - [%02d/Oct/2023:%s +0000] \"GET /api/v%d/items/%d HTTP/1.1\" 200 %d \"-\" \"curl/7.%d.0\"",
                  ip(r),
                  day(r),
                  time(r),
                  r.nextInt(9),
                  r.nextInt(99999),
                  r.nextInt(99999),
                  r.nextInt(90)),
          r ->
              String.format(
                  "2023-%02d-%02d %s,%03d [main] %-5s o.e.svc.Handler$%d - took %d ms",
                  1 + r.nextInt(12),
                  day(r),
                  time(r),
                  r.nextInt(1000),
                  pick(r, LEVELS),
                  r.nextInt(20),
                  r.nextInt(9999)),
          r ->
              String.format(
                  "\tat org.example.core.Engine.run(Engine.java:%d) ~[core-%d.%d.%d.jar:?]",
                  r.nextInt(900), r.nextInt(9), r.nextInt(20), r.nextInt(20)),
          r -> "Caused by: java.lang.IllegalStateException: 0x" + Integer.toHexString(r.nextInt()),
          r -> new UUID(r.nextLong(), r.nextLong()).toString(),
          r -> "request_id=" + new UUID(r.nextLong(), r.nextLong()),
          r -> hex(r, 32),
          r -> hex(r, 40) + "  build/lib" + r.nextInt(9) + ".so",
          r -> "sha256:" + hex(r, 64),
          r -> hex(r, 7) + " " + hex(r, 12).toUpperCase(Locale.ROOT) + " " + hex(r, 16),
          r ->
              String.format(
                  "%08x  %s %s %s %s  |%s|",
                  16 * r.nextInt(4096), hex(r, 2), hex(r, 2), hex(r, 2), hex(r, 2), "...."),
          r -> bytes(r, 6, ":"),
          r -> "fingerprint " + bytes(r, 16, ":").toUpperCase(Locale.ROOT),
          r -> bytes(r, 16, " "),
          r ->
              String.format(
                  "{\"ts\":%d.%06d,\"level\":\"%s\",\"code\":%d,\"trace\":\"%s\"}",
                  1_600_000_000 + r.nextInt(99_999_999),
                  r.nextInt(1_000_000),
                  pick(r, LEVELS).toLowerCase(Locale.ROOT),
                  r.nextInt(600),
                  hex(r, 16)),
          r -> r.nextInt(1000) + "," + r.nextInt(100000) + "," + r.nextDouble() + "," + r.nextInt(),
          r -> String.valueOf(Math.abs(r.nextLong())),
          r ->
              String.format(
                  Locale.ROOT,
                  "%.6f %.3e %d%%",
                  r.nextDouble() * 1e5,
                  r.nextGaussian(),
                  r.nextInt(100)),
          r ->
              String.format(
                  "v%d.%d.%d-rc%d+build.%d",
                  r.nextInt(9), r.nextInt(30), r.nextInt(30), r.nextInt(9), r.nextInt(9999)),
          r ->
              String.format(
                  "2001:db8:%x::%x:%x", r.nextInt(65536), r.nextInt(65536), r.nextInt(65536)),
          r -> ip(r) + ":" + r.nextInt(65536) + " -> " + ip(r) + ":443 TCP SYN",
          r ->
              String.format(
                  "[%d.%06d] usb %d-%d: new high-speed USB device number %d using xhci_hcd",
                  r.nextInt(99999),
                  r.nextInt(1_000_000),
                  r.nextInt(9),
                  r.nextInt(9),
                  r.nextInt(99)),
          r ->
              String.format(
                  "GC(%d) Pause Young (Normal) %dM->%dM(%dM) %d.%03dms",
                  r.nextInt(999),
                  r.nextInt(999),
                  r.nextInt(99),
                  r.nextInt(4096),
                  r.nextInt(99),
                  r.nextInt(1000)),
          r ->
              "-rw-r--r-- 1 root root "
                  + r.nextInt(9_999_999)
                  + " Oct "
                  + day(r)
                  + " "
                  + time(r).substring(0, 5)
                  + " app-"
                  + r.nextInt(99)
                  + ".log.gz",
          r ->
              String.format(
                  "%s kernel: Out of memory: Killed process %d (java) total-vm:%dkB",
                  time(r), r.nextInt(32768), r.nextInt(9_999_999)),
          r -> "0x" + hex(r, 16) + " in malloc () from /lib64/libc.so." + r.nextInt(9),
          r ->
              "cpu"
                  + r.nextInt(16)
                  + " "
                  + r.nextInt(99999)
                  + " "
                  + r.nextInt(999)
                  + " "
                  + r.nextInt(99999),
          r -> Long.toBinaryString(r.nextLong()),
          r -> base64(r, 24) + "==",
          r ->
              String.format(
                  "%s %s: %s=%d %s=%d",
                  pick(r, LEVELS),
                  pick(r, PROGRAMS),
                  "retries",
                  r.nextInt(9),
                  "queue",
                  r.nextInt(999)),
          r -> "commit " + hex(r, 40),
          r -> String.format("P%dDT%dH%dM", r.nextInt(9), r.nextInt(24), r.nextInt(60)),
          r ->
              "ERR-"
                  + r.nextInt(99999)
                  + " E"
                  + r.nextInt(9999)
                  + " 0b"
                  + Integer.toBinaryString(r.nextInt(256)));

  private LogLines() {}

  /** So many lines, of each kind as many. */
  static List<String> of(int lines, long seed) {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      all.add(KINDS.get(i % KINDS.size()).apply(random));
    }
    return all;
  }

  private static int day(Random r) {
    return 1 + r.nextInt(28);
  }

  private static String time(Random r) {
    return String.format("%02d:%02d:%02d", r.nextInt(24), r.nextInt(60), r.nextInt(60));
  }

  private static String ip(Random r) {
    return r.nextInt(256) + "." + r.nextInt(256) + "." + r.nextInt(256) + "." + r.nextInt(256);
  }

  private static String pick(Random r, String... some) {
    return some[r.nextInt(some.length)];
  }

  private static String hex(Random r, int digits) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      hex.append(Character.forDigit(r.nextInt(16), 16));
    }
    return hex.toString();
  }

  private static String bytes(Random r, int count, String between) {
    StringBuilder bytes = new StringBuilder(hex(r, 2));
    for (int i = 1; i < count; i++) {
      bytes.append(between).append(hex(r, 2));
    }
    return bytes.toString();
  }

  private static String base64(Random r, int length) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(r.nextInt(64)));
    }
    return text.toString();
  }
}

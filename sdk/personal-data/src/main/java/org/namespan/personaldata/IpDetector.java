package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds addresses of IP: version 4 as four numbers to 255, version 6 as RFC 4291 writes it. Numbers
 * of versions and sections are none, as far as a word, a product or a sign before them tells; nor
 * are {@code ::1}, hexadecimal bytes with colons between them, and {@code 12::34} or {@code a::1},
 * of short groups alone, where no word tells of an address.
 */
final class IpDetector implements Detector {

  private static final int LONGEST_WORD = 12;
  private static final int GROUPS = 8;

  private static final Set<String> VERSIONS =
      new HashSet<>(
          Arrays.asList(
              "v",
              "versions",
              "ver",
              "version",
              "release",
              "rel",
              "build",
              "firmware",
              "section",
              "sec",
              "chapter",
              "clause",
              "article",
              "paragraph",
              "rev",
              "revision",
              "oid",
              "asn"));

  /** What has numbers of versions or sections, and addresses too. */
  private static final Set<String> NUMBERED =
      new HashSet<>(
          Arrays.asList(
              ("jdk,jre,java,openjdk,nginx,apache,httpd,tomcat,python,kernel,linux,assembly,chrome,"
                      + "chromium,firefox,safari,npm,ruby,php,mysql,mariadb,postgres,postgresql,redis,"
                      + "openssl,openssh,windows,macos,ios,android,driver,package,library,lib,sdk,plugin,"
                      + "dotnet,framework,git,gcc,cmake,maven,gradle,table,figure,fig,equation,eq,"
                      + "appendix,annex,theorem,lemma,definition")
                  .split(",", -1)));

  /** The highest first number of a version or section. */
  private static final int HIGHEST_VERSION = 32;

  private static final ContextWords ADDRESS =
      new ContextWords(
          "ip,ipv6,inet6,address,addr,host,server,ping,ping6,dns,gateway,route,listen,src,dst,from");

  @Override
  public void find(PlainText text, Findings found) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      boolean second = i > 0 && i - 1 == done && (text.at(done) == '-' || text.at(done) == '/');
      if (PlainText.isDigit(c) && (second || isOpen(text, i - 1))) {
        int end = version4End(text, i);
        boolean closed =
            isClosed(text, end) || (text.at(end) == '-' && version4End(text, end + 1) > 0);
        if (end > 0 && closed && (second || !isVersion(text, i))) {
          found.add(PersonalDataType.IP, i, end);
          done = end;
          i = end - 1;
          continue;
        }
      }
      if ((c == ':' || isHex(c)) && !PlainText.isWord(text.at(i - 1)) && text.at(i - 1) != ':') {
        i = Math.max(i, version6(text, i, found) - 1);
      }
    }
  }

  private static boolean isOpen(PlainText text, int before) {
    char c = text.at(before);
    return !PlainText.isWord(c)
        && !((c == '.' || c == '-') && PlainText.isWord(text.at(before - 1)));
  }

  private static boolean isClosed(PlainText text, int end) {
    char c = text.at(end);
    return !PlainText.isWord(c) && !((c == '.' || c == '-') && PlainText.isWord(text.at(end + 1)));
  }

  /** Where four numbers end that begin at a place; -1 if they do not stand there. */
  static int version4End(PlainText text, int from) {
    int i = from;
    for (int part = 0; part < 4; part++) {
      if (part > 0) {
        if (text.at(i) != '.') {
          return -1;
        }
        i++;
      }
      int start = i;
      int value = 0;
      while (i - start < 4 && PlainText.isDigit(text.at(i))) {
        value = 10 * value + text.at(i) - '0';
        i++;
      }
      if (i == start || value > 255 || (text.at(start) == '0' && i - start > 1)) {
        return -1;
      }
    }
    return i;
  }

  /** Whether a word before the numbers, or a product and a slash, tells of a version. */
  private static boolean isVersion(PlainText text, int from) {
    char before = text.at(from - 1);
    if (before == '/' && PlainText.isWord(text.at(from - 2))) {
      return true;
    }
    if (isComparison(text, from)) {
      return true;
    }
    int end = from;
    while (end > 0 && " :=#.(\"\u00A7".indexOf(text.at(end - 1)) >= 0 && from - end < 4) {
      end--;
    }
    int start = end;
    while (end - start <= LONGEST_WORD && PlainText.isAsciiLetter(text.at(start - 1))) {
      start--;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    return text.substring(end, from).indexOf('\u00A7') >= 0
        || VERSIONS.contains(word)
        || (NUMBERED.contains(word) && mayBeVersion(text, from));
  }

  /** {@code >=}, {@code ~>}, {@code ==} and {@code ^}, as requirements of packages are written. */
  private static boolean isComparison(PlainText text, int from) {
    int end = text.at(from - 1) == ' ' ? from - 1 : from;
    char last = text.at(end - 1);
    char before = text.at(end - 2);
    if (last == '=') {
      return before == '~'
          || before == '<'
          || before == '>'
          || (before == '=' && mayBeVersion(text, from));
    }
    return last == '^' || last == '~' || (last == '>' && before == '~');
  }

  /** Whether the first number is that of a version, and not of a private address. */
  private static boolean mayBeVersion(PlainText text, int from) {
    int end = from;
    while (PlainText.isDigit(text.at(end))) {
      end++;
    }
    int first = Integer.parseInt(text.substring(from, end));
    return first <= HIGHEST_VERSION && first != 10;
  }

  /** Adds the address in a run of hexadecimal digits and colons; returns where the run ends. */
  private static int version6(PlainText text, int from, Findings found) {
    int end = from;
    int colons = 0;
    while (isHex(text.at(end)) || text.at(end) == ':') {
      colons += text.at(end) == ':' ? 1 : 0;
      end++;
    }
    if (colons < 2) {
      return end;
    }
    int start = from;
    if (text.at(start) == ':' && text.at(start + 1) != ':') {
      start++;
    }
    int tail = end;
    int group = text.startsWith(":", end - 1) ? end : groupStart(text, end, start);
    int version4 = text.at(end) == '.' && group > start ? version4End(text, group) : -1;
    if (version4 > 0) {
      tail = version4;
    } else if (text.at(tail - 1) == ':' && text.at(tail - 2) != ':') {
      tail--;
    }
    boolean free = isClosed(text, tail) || text.at(tail) == '%';
    if (free
        && tail - start < 46
        && isVersion6(text.substring(start, tail), version4 > 0)
        && (!isShort(text.substring(start, tail)) || ADDRESS.areNear(text, start, tail))) {
      found.add(PersonalDataType.IP, start, tail);
    }
    return Math.max(end, tail);
  }

  private static int groupStart(PlainText text, int end, int from) {
    int start = end;
    while (start > from && text.at(start - 1) != ':') {
      start--;
    }
    return start;
  }

  private static boolean isVersion6(String address, boolean endsInVersion4) {
    int compressed = address.indexOf("::");
    if (address.contains(":::") || compressed != address.lastIndexOf("::")) {
      return false;
    }
    int groups = endsInVersion4 ? 1 : 0;
    boolean bytes = true;
    boolean digit = false;
    for (String group : address.split(":", -1)) {
      if (group.indexOf('.') >= 0) {
        groups++;
      } else if (!group.isEmpty()) {
        groups++;
        bytes &= group.length() == 2;
        digit |= containsDigit(group);
        if (group.length() > 4) {
          return false;
        }
      }
    }
    boolean single = address.charAt(0) == ':' && compressed != 0;
    return !single
        && (digit || endsInVersion4)
        && (compressed < 0 ? groups == GROUPS && !bytes : groups > 1 && groups < GROUPS);
  }

  /**
   * Whether zeros are left out and all other groups have two digits at most, as times and names of
   * programs may have; the first of addresses that are given to the world has three or four.
   */
  private static boolean isShort(String address) {
    if (!address.contains("::") || address.indexOf('.') >= 0) {
      return false;
    }
    for (String group : address.split(":", -1)) {
      if (group.length() > 2) {
        return false;
      }
    }
    return true;
  }

  private static boolean containsDigit(String group) {
    for (int i = 0; i < group.length(); i++) {
      if (PlainText.isDigit(group.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHex(char c) {
    return PlainText.isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }
}

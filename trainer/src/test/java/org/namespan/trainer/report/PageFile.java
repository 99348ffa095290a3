package org.namespan.trainer.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as a browser reads it: a script ends at the first {@code </script>}, whatever it is in.
 */
public record PageFile(String html) {

  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script\\s*>", Pattern.DOTALL);

  public static PageFile read(Path file) throws IOException {
    return new PageFile(Files.readString(file));
  }

  /** What the scripts show. */
  public JsonObject data() {
    Matcher script = SCRIPT.matcher(html);
    while (script.find()) {
      if (script.group(1).contains("id=\"data\"")) {
        return JsonParser.parseString(script.group(2)).getAsJsonObject();
      }
    }
    throw new AssertionError("no data");
  }

  /** The scripts that run. */
  List<String> scripts() {
    List<String> scripts = new ArrayList<>();
    Matcher script = SCRIPT.matcher(html);
    while (script.find()) {
      if (script.group(1).isEmpty()) {
        scripts.add(script.group(2));
      }
    }
    return scripts;
  }

  /** The page without the content of its scripts. */
  String withoutScripts() {
    return SCRIPT.matcher(html).replaceAll("<script></script>");
  }

  static String digest(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

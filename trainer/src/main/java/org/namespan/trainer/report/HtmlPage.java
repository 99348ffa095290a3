package org.namespan.trainer.report;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.namespan.trainer.Version;
import org.namespan.trainer.io.AtomicFile;

/**
 * One HTML file with everything in it. Its Content-Security-Policy forbids all network, and every
 * script but those that were put in here, by their digests.
 *
 * @param name of the page, to which its resources {@code name.html} and {@code name.js} belong
 * @param title plain text
 * @param data what the scripts of the page show
 */
record HtmlPage(String name, String title, JsonObject data) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** Escapes what HTML would read in a script: &lt;, &gt;, &amp;, and U+2028 and U+2029. */
  private static final Gson JSON = new Gson();

  /**
   * Replaces or creates the file once everything is written.
   *
   * @throws IOException if the file cannot be written
   */
  void write(Path file) throws IOException {
    // Not Files.writeString, which refuses half a surrogate pair.
    byte[] html = toHtml().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, temporary -> Files.write(temporary, html));
  }

  String toHtml() {
    List<String> scripts =
        List.of(
            ChartLibrary.SCRIPT,
            Resource.read("elements.js"),
            Resource.read("charts.js"),
            Resource.read(name + ".js"));
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("policy", policy(scripts));
    parts.put("version", escape(Version.current()));
    parts.put("title", escape(title));
    parts.put("style", Resource.read("page.css"));
    parts.put("body", Resource.read(name + ".html"));
    parts.put("licences", escape(ChartLibrary.LICENCES));
    parts.put("data", JSON.toJson(data));
    List<String> elements = new ArrayList<>();
    scripts.forEach(script -> elements.add("<script>" + script + "</script>"));
    parts.put("scripts", String.join("\n", elements));
    return fill(Resource.read("page.html"), parts);
  }

  private static String policy(List<String> scripts) {
    List<String> digests = new ArrayList<>();
    scripts.forEach(script -> digests.add("'sha256-" + sha256(script) + "'"));
    // Charts set styles of their own.
    return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none';"
        + " form-action 'none'; script-src "
        + String.join(" ", digests);
  }

  private static String sha256(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Puts each part in its place, in one pass: what looks like a place within a part stays. */
  private static String fill(String template, Map<String, String> parts) {
    StringBuilder html = new StringBuilder();
    Matcher place = PLACE.matcher(template);
    while (place.find()) {
      String part = parts.get(place.group(1));
      if (part == null) {
        throw new IllegalStateException("page.html has a place for " + place.group(1));
      }
      place.appendReplacement(html, Matcher.quoteReplacement(part));
    }
    place.appendTail(html);
    return html.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

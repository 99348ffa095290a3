package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.List;

/** The frames, by kind: text as people send it beside the same written plainly. */
final class Frames {

  private static final String VISIT = "{PERSON} visited {PLACE}.";
  private static final String TRAVEL = "They visited {PLACE}.";
  private static final String THREE_PEOPLE = "They met {PERSON}, {PERSON} and {PERSON}.";
  private static final String THREE_PLACES = "They visited {PLACE}, {PLACE} and {PLACE}.";

  /** Every frame, in the order of the table. */
  static final List<Frame> ALL = all();

  private Frames() {}

  private static List<Frame> all() {
    List<Frame> frames = new ArrayList<>();
    add(frames, "invisible", VISIT, "\u200E{PERSON} visited {PLACE}.");
    add(frames, "invisible", VISIT, "\u200F{PERSON} visited \u200F{PLACE}\u200F.");
    add(frames, "invisible", VISIT, "\uFEFF{PERSON} visited {PLACE}.");
    add(frames, "invisible", VISIT, "\u2068{PERSON}\u2069 visited \u2068{PLACE}\u2069.");
    add(frames, "invisible", VISIT, "\u202A{PERSON}\u202C visited {PLACE}.");
    add(frames, "invisible", TRAVEL, "They visited {PLACE}\u200B.");
    add(frames, "invisible", TRAVEL, "They visited {PLACE}\uFE0F.");
    add(frames, "invisible", TRAVEL, "They visited {PLACE|SOFT_HYPHEN}.");
    add(frames, "invisible", TRAVEL, "They visited {PLACE|NON_JOINER}.");
    add(frames, "invisible", TRAVEL, "They visited {PLACE|WORD_JOINER}.");
    String accented = "{PERSON} visited {ACCENTED}.";
    add(frames, "letters", accented, "{PERSON} visited {ACCENTED|DECOMPOSED}.");
    add(frames, "letters", VISIT, "{PERSON|FULL_WIDTH} visited {PLACE|FULL_WIDTH}.");
    add(frames, "letters", VISIT, "{PERSON}\u00A0visited\u00A0{PLACE}.");
    add(frames, "letters", VISIT, "{PERSON}\u2003visited\u2003{PLACE}.");

    for (String spelling : List.of("JSON", "REFERENCES", "QUOTED_PRINTABLE", "MISREAD")) {
      add(frames, "escapes", accented, accented.replace("ACCENTED", "ACCENTED|" + spelling));
    }
    add(frames, "escapes", VISIT, "\\\"{PERSON}\\\" visited \\\"{PLACE}\\\".");
    add(frames, "escapes", THREE_PEOPLE, "{PERSON}\\n{PERSON}\\n{PERSON}");
    add(
        frames,
        "escapes",
        "The government said that {PERSON} visited {PLACE} for the first time.",
        "The government said that\\n{PERSON} visited {PLACE}\\nfor the first time.");
    add(frames, "escapes", VISIT, "{PERSON}&nbsp;visited&nbsp;{PLACE}.");
    add(frames, "escapes", VISIT, "&quot;{PERSON}&quot; visited &#39;{PLACE}&#39;.");
    add(frames, "escapes", TRAVEL, "They visited {PLACE|SOFT_BREAK}.");

    add(frames, "lines", THREE_PEOPLE, "{PERSON}\n{PERSON}\n{PERSON}");
    add(frames, "lines", THREE_PEOPLE, "{PERSON}\r\n{PERSON}\r\n{PERSON}\r\n");
    add(frames, "lines", THREE_PLACES, "{PLACE}\n{PLACE}\n{PLACE}");
    add(
        frames,
        "lines",
        "{PERSON} works at {ORGANISATION}.",
        "Best regards,\n{PERSON}\n{ORGANISATION}");
    add(
        frames,
        "lines",
        "{PERSON} lives in {PLACE} and works at {ORGANISATION}.",
        "Name: {PERSON}\nCity: {PLACE}\nCompany: {ORGANISATION}\n");
    add(
        frames,
        "lines",
        "They visited {PLACE}. {PERSON} met them there.",
        "A visit to {PLACE}\n{PERSON} met them there.");
    add(
        frames,
        "lines",
        "The government said on Monday that {PERSON} visited {PLACE} for the first time.",
        "The government said on Monday that\n{PERSON|WRAPPED} visited {PLACE}\nfor the first time.");
    add(frames, "lines", TRAVEL, "They visited {PLACE|HYPHENATED}.");
    add(frames, "lists", THREE_PEOPLE, "- {PERSON}\n- {PERSON}\n- {PERSON}");
    add(frames, "lists", THREE_PEOPLE, "* {PERSON}\n* {PERSON}\n* {PERSON}");
    add(frames, "lists", THREE_PEOPLE, "\u2022 {PERSON}\n\u2022 {PERSON}\n\u2022 {PERSON}");
    add(frames, "lists", THREE_PEOPLE, "1. {PERSON}\n2. {PERSON}\n3. {PERSON}");
    add(frames, "lists", THREE_PLACES, "a) {PLACE}\nb) {PLACE}\nc) {PLACE}");
    add(frames, "cells", THREE_PLACES, "{PLACE}\t{PLACE}\t{PLACE}");
    add(frames, "cells", THREE_PLACES, "{PLACE} | {PLACE} | {PLACE}");
    add(frames, "cells", THREE_PLACES, "{PLACE},{PLACE},{PLACE}");
    add(
        frames,
        "cells",
        "{PERSON} lives in {PLACE} and works at {ORGANISATION}.",
        "| {PERSON} | {PLACE} | {ORGANISATION} |");
    add(
        frames,
        "cells",
        "{PERSON} lives in {PLACE} and works at {ORGANISATION}.",
        "{PERSON};{PLACE};{ORGANISATION}");
    for (String sign : List.of("\u00BB", "\u203A", ">", "->", "/", "-", "\u2013", "\u00B7")) {
      add(frames, "cells", THREE_PLACES, "{PLACE} / {PLACE} / {PLACE}".replace("/", sign));
    }
    add(frames, "cells", THREE_PEOPLE, "{PERSON},London\n{PERSON},Paris\n{PERSON},Rome");
    add(frames, "cells", VISIT, "\"Yes\",{PERSON} said in {PLACE}.");

    add(frames, "stuck signs", "He works at {ORGANISATION} today.", "He works at {ORGANISATION}.");
    add(frames, "stuck signs", TRAVEL, "They visited {PLACE|UPPER}.");
    for (String end : List.of("...", "!", "?!", "*", ":", "\u2026")) {
      add(frames, "stuck signs", TRAVEL, "They visited {PLACE}" + end);
    }
    for (String pair : List.of("''", "\u2018\u2019", "\"\"", "\u201C\u201D", "\u00AB\u00BB")) {
      addPair(frames, "quotes", pair.substring(0, 1), pair.substring(1));
    }
    for (String pair : List.of("()", "[]", "{}")) {
      addPair(frames, "brackets", pair.substring(0, 1), pair.substring(1));
    }
    add(frames, "markup", VISIT, "<p>{PERSON} visited <b>{PLACE}</b>.</p>");
    add(frames, "markup", VISIT, "<td>{PERSON}</td> visited <a href=\"/a\">{PLACE}</a>.");
    add(frames, "markup", VISIT, "**{PERSON}** visited _{PLACE}_.");
    add(frames, "markup", VISIT, "[{PERSON}](https://example.org/a) visited `{PLACE}`.");
    add(frames, "markup", VISIT, "{PERSON}[1] visited {PLACE}[2].");
    add(frames, "markup", "We saw {PLACE} today.", "We saw #{PLACE} today.");
    add(
        frames,
        "no blank",
        "{PERSON} visited {PLACE}. {PERSON} visited {PLACE}, {PLACE}.",
        "{PERSON} visited {PLACE}.{PERSON} visited {PLACE},{PLACE}.");
    for (String sign : List.of("/", "-", "\u2013", "\u2014", "\u00B7")) {
      add(
          frames,
          "no blank",
          "The train goes from {PLACE} to {PLACE}.",
          "The train goes {PLACE}" + sign + "{PLACE}.");
    }
    add(
        frames,
        "possessives",
        "We like {PERSON}'s visit to {PLACE}.",
        "We like {PERSON|UPPER}'S visit to {PLACE}.");
    add(frames, "possessives", "We like {PLACE}'s streets.", "We like {PLACE|UPPER}' streets.");
    add(frames, "possessives", "We like {PLACE}'s streets.", "We like {PLACE}\u2019s streets.");
    add(
        frames,
        "semicolons",
        "{PERSON} left {PLACE}. {PERSON} stayed.",
        "{PERSON} left {PLACE}; {PERSON} stayed.");

    String together = "{PERSON} and {PERSON} met in {PLACE}.";
    for (String initials : List.of("INITIALS", "SPACED_INITIALS", "MIDDLE_INITIAL")) {
      add(frames, "initials", together, together.replace("PERSON", "PERSON|" + initials));
    }
    addTitle(frames, "Governor", "Gov.");
    addTitle(frames, "Senator", "Sen.");
    addTitle(frames, "Professor", "Prof.");
    addTitle(frames, "General", "Gen.");
    add(frames, "abbreviations", "We saw {ABBREVIATED}.", "We saw {ABBREVIATED|ABBREVIATED}");
    add(
        frames,
        "abbreviations",
        "We saw {ABBREVIATED} with {PERSON}.",
        "We saw {ABBREVIATED|ABBREVIATED} with {PERSON}.");

    add(frames, "no word", "so good", "so good {EMOJI}{EMOJI}");
    add(frames, "no word", VISIT, "{PERSON} visited {PLACE} {EMOJI}");
    add(frames, "no word", VISIT, "{PERSON} visited {PLACE} {NUMBER}");
    add(frames, "no word", "", "{NUMBER}");
    add(frames, "no word", "", "Error {HEXADECIMAL} at {HEXADECIMAL}: code {NUMBER}");
    add(frames, "no word", "", "[main] WARN pool-{NUMBER} retry {NUMBER} of {IDENTIFIER}");
    add(frames, "no word", "", "Write to {MAIL_ADDRESS} today.");
    add(frames, "no word", VISIT, "{PERSON} <{MAIL_ADDRESS}> visited {PLACE}.");
    add(frames, "no word", TRAVEL, "They visited {PLACE}, see {WEB_ADDRESS}.");
    add(frames, "no word", "", "open {PATH} first");
    return List.copyOf(frames);
  }

  private static void add(List<Frame> frames, String kind, String plain, String changed) {
    frames.add(new Frame(kind, plain, changed));
  }

  private static void addPair(List<Frame> frames, String kind, String open, String close) {
    String changed = VISIT.replace("{", open + "{").replace("}", "}" + close);
    add(frames, kind, VISIT, changed);
  }

  private static void addTitle(List<Frame> frames, String title, String abbreviation) {
    String plain = "I met {" + title + " PERSON} in {PLACE}.";
    add(frames, "abbreviations", plain, plain.replace(title, abbreviation));
  }
}

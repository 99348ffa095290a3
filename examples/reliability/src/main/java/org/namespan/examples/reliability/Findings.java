package org.namespan.examples.reliability;

import java.util.List;

/**
 * What became of a part.
 *
 * @param table in Markdown
 * @param failures each a line: crashes, hangs, losses, wrong answers; none is what is promised
 */
public record Findings(String table, List<String> failures) {}

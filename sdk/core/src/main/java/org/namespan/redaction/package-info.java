/**
 * Hides what a tagger finds and puts it back: {@link org.namespan.redaction.Redactor} replaces
 * names by placeholders, masks, hashes or made-up names, and a {@link
 * org.namespan.redaction.RedactionMap} restores them. Nothing takes or gives null unless it says
 * so. No message, and nothing that {@code toString} gives, holds text.
 */
@NullMarked
package org.namespan.redaction;

import org.jspecify.annotations.NullMarked;

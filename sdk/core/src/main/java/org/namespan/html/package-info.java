/**
 * Shows a document as HTML: {@link org.namespan.html.DocumentHtml} marks the entities of one,
 * {@link org.namespan.html.DocumentPage} writes a page of many. Nothing takes or gives null. What
 * stands in a text, or in the name of a type, is never markup.
 */
@NullMarked
package org.namespan.html;

import org.jspecify.annotations.NullMarked;

/** An app that marks the entities in a text as one types it. */
@NullMarked
package org.namespan.examples.android;

import org.jspecify.annotations.NullMarked;

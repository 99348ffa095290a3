/** Entity terms for Apache Lucene. */
@NullMarked
package org.namespan.examples.integrations.lucene;

import org.jspecify.annotations.NullMarked;

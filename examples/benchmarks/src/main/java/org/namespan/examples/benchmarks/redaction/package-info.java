/**
 * Redaction measured: that texts come back, that nothing which was found is left in them, how fast
 * it is, and how much of the personal data in made-up mails it hides.
 */
@NullMarked
package org.namespan.examples.benchmarks.redaction;

import org.jspecify.annotations.NullMarked;

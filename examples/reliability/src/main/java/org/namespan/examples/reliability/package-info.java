/** Does to NameSpan what must not harm it, and tells what became of it. */
package org.namespan.examples.reliability;

/** One tagger for all requests of a server. */
@NullMarked
package org.namespan.examples.server;

import org.jspecify.annotations.NullMarked;

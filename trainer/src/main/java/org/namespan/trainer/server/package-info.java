/**
 * The server of {@code namespan serve}: a tagger for programs in other languages over HTTP, and a
 * page to try it on. A {@code Router} finds the endpoint of a path, an {@code Exchange} reads the
 * body and keeps the limits, and endpoints turn a {@code Call} into a {@code Reply}. No text stays
 * when its request is over, and none is logged.
 */
@NullMarked
package org.namespan.trainer.server;

import org.jspecify.annotations.NullMarked;

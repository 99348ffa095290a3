/**
 * The server of {@code namespan serve}: a tagger for programs in other languages over HTTP, and a
 * page to try it on. A {@link org.namespan.trainer.server.Router} finds the endpoint of a path, an
 * {@link org.namespan.trainer.server.Exchange} reads the body and keeps the limits, and endpoints
 * turn a {@link org.namespan.trainer.server.Call} into a {@link org.namespan.trainer.server.Reply}.
 * No text stays when its request is over, and none is logged.
 */
@NullMarked
package org.namespan.trainer.server;

import org.jspecify.annotations.NullMarked;

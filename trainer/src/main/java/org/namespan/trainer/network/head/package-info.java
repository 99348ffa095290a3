/** What turns an encoder's output into tags: scores, the loss they learn by, and their decoder. */
@NullMarked
package org.namespan.trainer.network.head;

import org.jspecify.annotations.NullMarked;

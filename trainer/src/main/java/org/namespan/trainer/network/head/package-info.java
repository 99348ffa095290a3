/** What turns an encoder's output into tags: scores, the loss they learn by, and their decoder. */
package org.namespan.trainer.network.head;

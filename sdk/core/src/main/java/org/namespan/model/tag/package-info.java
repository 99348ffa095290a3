/** Tags, the schemes that write spans with them, and the labels of a model. */
@NullMarked
package org.namespan.model.tag;

import org.jspecify.annotations.NullMarked;

/** Tags, the schemes that write spans with them, and the labels of a model. */
package org.namespan.model.tag;

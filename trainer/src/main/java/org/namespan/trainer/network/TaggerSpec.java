package org.namespan.trainer.network;

import org.namespan.trainer.network.head.HeadPart;

/** A network that tags: its body gives each token a vector, and its head emissions. Immutable. */
public interface TaggerSpec extends ModelSpec {

  /** The part that turns the body's output into emissions. */
  @Override
  HeadPart head();
}

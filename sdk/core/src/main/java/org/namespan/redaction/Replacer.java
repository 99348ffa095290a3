package org.namespan.redaction;

/** Gives the names of one text what takes their place. Used by one thread. */
interface Replacer {

  /**
   * What takes the place of a name that is written in a new way.
   *
   * @param written the name as it stands in the text
   * @param form which way of writing this name it is, counted from 1
   */
  String replace(Name name, String written, int form);
}

/**
 * Annotated text for training and measuring: reading column files and the GMB CSV into sentences
 * with BIO tags, splitting them without copies on both sides, and writing them back. Whatever is
 * wrong with a file is told in one line with its name and line, and without the user's text.
 */
package org.namespan.trainer.corpus;

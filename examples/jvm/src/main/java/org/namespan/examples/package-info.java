/** Short programs to copy from. */
package org.namespan.examples;

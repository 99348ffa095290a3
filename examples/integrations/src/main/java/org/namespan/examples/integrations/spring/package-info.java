/** A starter for Spring Boot. */
@NullMarked
package org.namespan.examples.integrations.spring;

import org.jspecify.annotations.NullMarked;

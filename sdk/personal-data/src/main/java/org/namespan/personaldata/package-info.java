/**
 * Personal data with a form of their own, such as addresses and numbers, beside the names that a
 * model finds: {@link org.namespan.personaldata.PersonalDataFinder}. Nothing takes or gives null
 * unless it says so.
 */
@NullMarked
package org.namespan.personaldata;

import org.jspecify.annotations.NullMarked;

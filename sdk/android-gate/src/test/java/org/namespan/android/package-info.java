/** What the SDK must keep to on Android, checked without a device. */
package org.namespan.android;

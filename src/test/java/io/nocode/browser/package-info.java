/** The web application as people use it: a headless Chromium against the same installation as the other tests. */
@NullMarked
package io.nocode.browser;

import org.jspecify.annotations.NullMarked;

/** The pages of an application, each under a route. */
@NullMarked
package io.nocode.studio.pages;

import org.jspecify.annotations.NullMarked;

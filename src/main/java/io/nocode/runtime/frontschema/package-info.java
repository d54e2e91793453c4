/** What front ends need to know of a project's tables to show lists and forms of their rows. */
@NullMarked
package io.nocode.runtime.frontschema;

import org.jspecify.annotations.NullMarked;

/** Starts PostgreSQL and an application server: for {@code mvn -Prun}, and for the tests over HTTP. */
@NullMarked
package io.nocode.launcher;

import org.jspecify.annotations.NullMarked;

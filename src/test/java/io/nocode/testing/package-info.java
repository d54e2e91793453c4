/** What the tests over HTTP share: one installation for all of them, and a client that holds answers to the OpenAPI. */
@NullMarked
package io.nocode.testing;

import org.jspecify.annotations.NullMarked;

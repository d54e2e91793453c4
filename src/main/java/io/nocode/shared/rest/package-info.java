/** The door: what every endpoint gets for free. */
@NullMarked
package io.nocode.shared.rest;

import org.jspecify.annotations.NullMarked;

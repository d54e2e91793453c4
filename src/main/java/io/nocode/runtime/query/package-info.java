/** From what a caller asks to SQL, without a connection: parameters, {@link Query}, {@link Plan}, text and values. */
@NullMarked
package io.nocode.runtime.query;

import org.jspecify.annotations.NullMarked;

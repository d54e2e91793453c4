/** API keys: programs that act for somebody, within one organisation and with at most the rights of their maker. */
@NullMarked
package io.nocode.foundation.apikeys;

import org.jspecify.annotations.NullMarked;

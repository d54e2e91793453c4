/** JSON as the product reads and writes it: strict, exact, with every fault named at once. */
@NullMarked
package io.nocode.shared.json;

import org.jspecify.annotations.NullMarked;

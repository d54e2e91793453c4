/** Tests that run inside the application server, by Arquillian. */
@NullMarked
package io.nocode.container;

import org.jspecify.annotations.NullMarked;

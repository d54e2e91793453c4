/** The OpenAPI document: completed by the build, served with its two readers. */
@NullMarked
package io.nocode.shared.openapi;

import org.jspecify.annotations.NullMarked;

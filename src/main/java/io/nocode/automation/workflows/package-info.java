/** Workflows as they are designed: settings, graphs, frozen versions. */
@NullMarked
package io.nocode.automation.workflows;

import org.jspecify.annotations.NullMarked;

/** The kinds of nodes: each knows its configuration, its ports, and its act. */
@NullMarked
package io.nocode.automation.nodes;

import org.jspecify.annotations.NullMarked;

/** The engine's pure core: graphs, what follows a step, and which moves of executions and steps there are. */
@NullMarked
package io.nocode.automation.engine;

import org.jspecify.annotations.NullMarked;

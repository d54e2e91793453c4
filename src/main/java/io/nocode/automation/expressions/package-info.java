/** Common Expression Language in conditions and templates: typed, without side effects, bounded in cost, apart from Java. */
@NullMarked
package io.nocode.automation.expressions;

import org.jspecify.annotations.NullMarked;

/** Lists what was tracked, to whom it concerns. */
@NullMarked
package io.nocode.insights.activities;

import org.jspecify.annotations.NullMarked;

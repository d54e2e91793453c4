/** Starting points: whole applications with tables, pages, a workflow and sample rows, made in one call. */
@NullMarked
package io.nocode.studio.templates;

import org.jspecify.annotations.NullMarked;

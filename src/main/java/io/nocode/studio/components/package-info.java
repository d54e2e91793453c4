/** What pages are made of: components in trees, each judged by the catalogue of component types. */
@NullMarked
package io.nocode.studio.components;

import org.jspecify.annotations.NullMarked;

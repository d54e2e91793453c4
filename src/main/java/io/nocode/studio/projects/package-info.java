/** Projects: what an organisation builds, who may see and change it, and where its rows are kept. */
@NullMarked
package io.nocode.studio.projects;

import org.jspecify.annotations.NullMarked;

package io.nocode.studio.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Puts a row into a table of a project's dev environment, and tells its id; runtime, which lies above, implements it. */
public interface SampleRows {
    String add(UUID project, String table, ObjectNode row);
}

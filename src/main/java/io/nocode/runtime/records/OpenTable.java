package io.nocode.runtime.records;

import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.studio.projects.ProjectRef;

/** A table that the caller may act on, in one environment. */
public record OpenTable(ProjectRef project, String environment, LiveTable table, Permits permits) {}

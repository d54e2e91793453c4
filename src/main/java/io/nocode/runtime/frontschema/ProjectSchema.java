package io.nocode.runtime.frontschema;

import java.util.List;
import java.util.UUID;

/** The tables of a project in one environment. */
public record ProjectSchema(UUID projectId, String projectName, String environment, List<TableView> tables) {}

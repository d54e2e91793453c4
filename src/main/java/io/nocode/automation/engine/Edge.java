package io.nocode.automation.engine;

import java.util.UUID;

/**
 * A connection of two nodes.
 *
 * @param label the name of a switch's case, otherwise only to be read
 * @param condition an expression that must hold as well; empty for none
 */
public record Edge(UUID id, UUID source, UUID target, EdgeKind kind, String label, String condition) {}

package io.nocode.shared.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * Work that was asked for.
 *
 * @param attempt from 1
 */
public record OutboxEntry(UUID id, String kind, JsonNode payload, int attempt) {}

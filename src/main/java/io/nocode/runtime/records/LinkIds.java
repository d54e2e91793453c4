package io.nocode.runtime.records;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rows at the other end of links.
 *
 * @param ids at most 10,000
 */
@Schema(name = "LinkIds")
public record LinkIds(@NotNull @Nullable List<UUID> ids) {}

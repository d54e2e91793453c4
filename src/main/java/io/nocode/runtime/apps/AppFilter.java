package io.nocode.runtime.apps;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which applications somebody asks for; null asks for nothing. */
record AppFilter(
        @Nullable UUID project,
        @Nullable Stage environment,
        @Nullable AppStatus status) {}

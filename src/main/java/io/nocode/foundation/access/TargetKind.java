package io.nocode.foundation.access;

import java.util.Optional;
import java.util.UUID;

/** A kind of thing that decisions are asked about: one CDI bean a kind, in the module that keeps such things. */
public interface TargetKind {
    /** As it stands before the id, such as {@code project}. */
    String name();

    /** Where a thing of this kind lies; empty where there is none with this id. */
    Optional<Target> find(UUID id);
}

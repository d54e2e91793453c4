package io.nocode.studio.projects;

import java.util.List;
import java.util.UUID;

/** What a new project can begin with; templates, which lie above, implement it. */
public interface StartingPoint {
    /** What there is to choose from. */
    List<String> keys();

    /** Fills a project that has just been made, within its transaction. */
    void fill(UUID project, String key);
}

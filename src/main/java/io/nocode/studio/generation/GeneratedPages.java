package io.nocode.studio.generation;

import io.nocode.studio.pages.PageView;
import java.util.List;

/** Pages that have been made. */
public record GeneratedPages(List<PageView> results) {}

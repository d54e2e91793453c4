package io.nocode.runtime.query;

import java.util.List;

/**
 * Rows to be written that are named by what they match, and not by their ids.
 *
 * @param words what to search for; empty for no search
 */
public record Matching(Asked asked, List<String> words) {}

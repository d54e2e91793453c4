package io.nocode.studio.templates;

/**
 * A starting point.
 *
 * @param key for {@code template} when a project is made
 */
public record TemplateView(String key, String name, String description, String icon, int tablesCount, int rowsCount) {}

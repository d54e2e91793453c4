package io.nocode.studio.projects;

import java.math.BigDecimal;

/**
 * What a project holds, counted when it is asked for.
 *
 * @param recordsCount the rows of all tables in the default environment
 * @param storageUsedMb what the tables of all environments take on disk, with their indexes
 */
public record ProjectStatistics(
        long tablesCount,
        long fieldsCount,
        long pagesCount,
        long componentsCount,
        long workflowsCount,
        long recordsCount,
        BigDecimal storageUsedMb) {}

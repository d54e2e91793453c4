package io.nocode.studio.versions;

import io.nocode.studio.documents.Changes;
import io.nocode.studio.tables.PreviewView;
import java.util.List;

/**
 * What lies between two states of a project.
 *
 * @param from a version's number, or draft
 * @param to likewise
 * @param migration what an environment with the one would have to undergo for the other; each step is safe, blocking or
 *     destructive
 */
public record DiffView(
        String from,
        String to,
        Changes tables,
        Changes fields,
        Changes pages,
        Changes components,
        Changes workflows,
        List<PreviewView.StepView> migration) {}

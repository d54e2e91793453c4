package io.nocode.automation.workflows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nocode.automation.engine.Graph;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Frozen versions, remembered: they never change. */
@ApplicationScoped
public class Definitions {
    private final Cache<UUID, Frozen> known =
            Caffeine.newBuilder().maximumSize(1_000).build();

    @Inject
    private WorkflowRepository repository;

    /** A version that can be run. */
    public record Frozen(UUID versionId, int number, Definition definition, Graph graph) {
        static Frozen of(WorkflowVersion version) {
            Definition definition = Json.as(version.content(), Definition.class);
            return new Frozen(version.id(), version.number(), definition, definition.graph());
        }
    }

    /** A version; call it within a transaction. */
    public Frozen version(UUID id) {
        Frozen frozen = known.getIfPresent(id);
        if (frozen == null) {
            frozen = Frozen.of(repository.version(id).orElseThrow());
            known.put(id, frozen);
        }
        return frozen;
    }

    /**
     * The version that executions of a workflow run now.
     *
     * @throws io.nocode.shared.problem.Problem WORKFLOW_NOT_ACTIVE
     */
    public Frozen active(Workflow workflow) {
        if (workflow.status() != WorkflowStatus.ACTIVE) {
            throw WorkflowProblem.WORKFLOW_NOT_ACTIVE.because();
        }
        return workflow.activeVersion()
                .flatMap(number -> repository.version(workflow.id(), number))
                .map(version -> version(version.id()))
                .orElseThrow(WorkflowProblem.WORKFLOW_NOT_ACTIVE::because);
    }
}

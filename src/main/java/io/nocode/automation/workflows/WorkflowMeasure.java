package io.nocode.automation.workflows;

import io.nocode.foundation.organisations.OrganisationMeasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Tells of an organisation how many workflows its projects have. */
@ApplicationScoped
public class WorkflowMeasure implements OrganisationMeasure {
    @Inject
    private WorkflowRepository repository;

    @Override
    public Map<String, Number> of(UUID organisation) {
        return Map.of("workflows_count", repository.countAll(organisation));
    }
}

package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TablePolicy;
import io.nocode.studio.schema.TablePolicyJson;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people do with the policies of a table. They decide who sees what, so only those change them who manage people
 * too; each change is a change of the table.
 */
@ApplicationScoped
@Transactional
public class Policies {
    @Inject
    private Schemas schemas;

    @Inject
    private DraftTables tables;

    @Inject
    private TablePolicies rules;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private AuditLog audit;

    public Page<PolicyView> list(UUID table, PageRequest asked) {
        TableSchema seen = schemas.seen(table, Action.STUDIO_SEE).schema();
        return Page.slice(asked, seen.policies()).map(policy -> view(seen, policy));
    }

    public PolicyView get(UUID table, UUID id) {
        TableSchema seen = schemas.seen(table, Action.STUDIO_SEE).schema();
        return view(seen, find(seen, id));
    }

    public PolicyView add(UUID table, PolicyBody asked) {
        TableDesign design = schemas.locked(table, Action.POLICIES_MANAGE);
        if (design.schema().policies().size() >= TablePolicyJson.MOST) {
            throw SchemaProblem.LIMIT_POLICIES.because(TablePolicyJson.MOST);
        }
        TablePolicy policy = read(design.schema(), Ids.next(), asked);
        List<TablePolicy> all = new ArrayList<>(design.schema().policies());
        all.add(policy);
        return become(design, all, policy);
    }

    public PolicyView put(UUID table, UUID id, PolicyBody asked) {
        TableDesign design = schemas.locked(table, Action.POLICIES_MANAGE);
        TablePolicy old = find(design.schema(), id);
        Preconditions.check(() -> view(design.schema(), old));
        return replace(design, old, asked);
    }

    public PolicyView patch(UUID table, UUID id, JsonNode patch) {
        TableDesign design = schemas.locked(table, Action.POLICIES_MANAGE);
        TablePolicy old = find(design.schema(), id);
        Preconditions.check(() -> view(design.schema(), old));
        PolicyBody now = new PolicyBody(old.role(), old.act().wireName(), old.filter(), old.check(), old.fields());
        return replace(design, old, Body.merged(now, patch, PolicyBody.class));
    }

    public void delete(UUID table, UUID id) {
        TableDesign design = schemas.locked(table, Action.POLICIES_MANAGE);
        TablePolicy old = find(design.schema(), id);
        Preconditions.check(() -> view(design.schema(), old));
        become(
                design,
                design.schema().policies().stream()
                        .filter(policy -> !policy.id().equals(id))
                        .toList(),
                old);
    }

    private PolicyView replace(TableDesign design, TablePolicy old, PolicyBody asked) {
        TablePolicy wanted = read(design.schema(), old.id(), asked);
        return become(
                design,
                design.schema().policies().stream()
                        .map(policy -> policy == old || policy.id().equals(old.id()) ? wanted : policy)
                        .toList(),
                wanted);
    }

    private TablePolicy read(TableSchema table, UUID id, PolicyBody asked) {
        ObjectNode sent =
                Json.object().put("id", id.toString()).put("role", asked.role()).put("action", asked.action());
        sent.set("filter", asked.filter());
        sent.set("check", asked.check());
        sent.set("fields", asked.fields() == null ? null : Json.tree(asked.fields()));
        Faults faults = new Faults();
        var read = TablePolicyJson.read(sent, "", table.fields(), faults);
        faults.throwIfAny();
        return read.orElseThrow(CommonProblem.INVALID::because);
    }

    private PolicyView become(TableDesign design, List<TablePolicy> policies, TablePolicy subject) {
        TableSchema wanted = design.schema().withPolicies(policies);
        Faults faults = new Faults();
        List<TableSchema> all = tables.of(design.projectId());
        // Only the policy that this is about can be wrong: its faults stand at the body's own properties.
        rules.check(wanted.withPolicies(policies.contains(subject) ? List.of(subject) : List.of()), all, "", faults);
        faults.throwIfAny();
        schemas.become(design, wanted, faults, false);
        audit.record(
                projects.find(design.projectId()).organizationId(),
                Deed.POLICIES_CHANGED,
                design.projectId(),
                Map.of("table", wanted.name(), "policy", subject.id()));
        return view(wanted, subject);
    }

    private static TablePolicy find(TableSchema table, UUID id) {
        return table.policies().stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    private static PolicyView view(TableSchema table, TablePolicy policy) {
        return new PolicyView(
                policy.id(),
                table.id(),
                policy.role(),
                policy.act().wireName(),
                policy.filter(),
                policy.check(),
                policy.fields());
    }
}

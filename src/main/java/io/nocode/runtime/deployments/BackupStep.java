package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/**
 * Copies the tables that the change takes data from. Going live copies them once more under its lock, so that no row
 * written in between is missing; this copy finds out early whether there is room.
 */
@Named("deploymentBackup")
@Dependent
public class BackupStep extends StepBatchlet {
    @Inject
    private Plans plans;

    @Inject
    private Backups backups;

    public BackupStep() {
        super(StepName.BACKUP);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        Map<String, Long> rows = backups.take(deployment, plans.checked(deployment));
        ObjectNode details = Json.object();
        if (rows.isEmpty()) {
            return details.put("needed", false).put("reason", "The change takes nothing away.");
        }
        details.put("needed", true).set("rows_by_table", Json.tree(rows));
        return details;
    }
}

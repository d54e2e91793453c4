package io.nocode.automation.workflows;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a workflow can be run, check by check. */
public record ValidationView(
        UUID workflowId, boolean isValid, boolean canExecute, List<Check> checks, List<Issue> errors) {
    /** One check. */
    @Schema(name = "WorkflowCheck")
    public record Check(String name, boolean passed) {}

    /** One thing that is wrong. */
    @Schema(name = "WorkflowIssue")
    public record Issue(
            String check, @Schema(nullable = true) @Nullable UUID nodeId, String nodeName, String message) {}
}

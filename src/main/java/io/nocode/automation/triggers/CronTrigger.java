package io.nocode.automation.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.workflows.TriggerKind;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The clock begins executions. */
@ApplicationScoped
class CronTrigger implements TriggerKind {
    @Override
    public TriggerType type() {
        return TriggerType.CRON;
    }

    @Override
    public void check(JsonNode config, String path, Faults faults) {
        Configs.read(config, CronConfig.class, path, faults).ifPresent(cron -> {
            try {
                CronTimes.of(cron.cron(), java.time.ZoneOffset.UTC);
            } catch (IllegalArgumentException wrong) {
                faults.add(path + ".cron", "field.cron", String.valueOf(wrong.getMessage()));
            }
            try {
                cron.zone();
            } catch (DateTimeException unknown) {
                faults.add(path + ".timezone", "field.timezone");
            }
        });
    }

    @Override
    public List<Instant> next(JsonNode config, Instant after, int most) {
        return Json.as(config, CronConfig.class).times().next(after, most);
    }
}

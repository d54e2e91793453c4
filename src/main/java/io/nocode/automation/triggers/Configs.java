package io.nocode.automation.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Body;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Problem;
import java.util.Optional;

/** Reads trigger configurations. */
final class Configs {
    private Configs() {}

    /** The configuration as a record; empty where it has faults, which are blamed by their path. */
    static <T extends Record> Optional<T> read(JsonNode config, Class<T> type, String path, Faults faults) {
        try {
            return Optional.of(Body.as(config, type));
        } catch (Problem problem) {
            problem.details().forEach((field, detail) -> {
                if (detail instanceof Fault fault) {
                    String inner = path + "." + field;
                    if (fault.key().equals("field.unknown")) {
                        faults.unknown(inner);
                    } else {
                        faults.add(inner, fault.key(), fault.words());
                    }
                }
            });
            return Optional.empty();
        }
    }

    /** Blames every property: there is nothing to configure. */
    static void checkEmpty(JsonNode config, String path, Faults faults) {
        config.fieldNames().forEachRemaining(name -> faults.unknown(path + "." + name));
    }
}

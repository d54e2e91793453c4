package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.users.UserDirectory;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** As whom executions act. */
@ApplicationScoped
class Actors {
    @Inject
    private UserDirectory users;

    /** The account as a caller, with the rights that it has now; nobody where it may not sign in any more. */
    Caller caller(UUID account) {
        return users.caller(account).orElse(Caller.NOBODY);
    }

    /** The account as expressions see it. */
    ObjectNode describe(UUID account) {
        return Json.object().put("id", account.toString()).put("email", users.email(account));
    }
}

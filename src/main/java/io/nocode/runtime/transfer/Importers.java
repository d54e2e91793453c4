package io.nocode.runtime.transfer;

import io.nocode.foundation.apikeys.KeyAuthentication;
import io.nocode.foundation.users.UserDirectory;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets a job act as who asked for it, with the rights that they have now, and tell in their language. */
@ApplicationScoped
class Importers {
    @Inject
    private UserDirectory users;

    @Inject
    private KeyAuthentication keys;

    <T> T as(StoredImport one, Supplier<T> work) {
        UUID key = one.apiKey();
        Optional<Caller> caller = key == null ? users.caller(one.requestedBy()) : keys.again(key);
        RequestContext told = new RequestContext(
                one.id().toString(), "POST", "", "/", null, one.language(), "", null, false, null, null);
        return RequestContext.within(told, () -> CurrentUser.as(caller.orElse(Caller.NOBODY), work));
    }
}

package io.nocode.foundation.users;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as those see it who work with its owner. */
@Schema(name = "Person")
public record PersonView(UUID id, String email, String fullName) {
    public static PersonView of(Account account) {
        return new PersonView(account.id(), account.email(), account.fullName());
    }

    public static @Nullable PersonView ofNullable(@Nullable Account account) {
        return account == null ? null : of(account);
    }
}

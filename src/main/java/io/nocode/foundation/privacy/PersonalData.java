package io.nocode.foundation.privacy;

import io.nocode.shared.sql.Sql;
import java.util.Map;
import java.util.UUID;

/**
 * What a module keeps about people: one CDI bean for each that keeps any. Such a module also observes
 * {@link io.nocode.foundation.users.AccountErasing}.
 */
public interface PersonalData {
    /**
     * The queries that find it.
     *
     * @param email the person's address, for what is kept by it
     * @return by the name of what they find, such as {@code sessions}; each row becomes an object of its columns. No
     *     hash, token or sealed secret is among them.
     */
    Map<String, Sql> of(UUID person, String email);
}

package io.nocode.foundation.access;

import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.sql.Database;
import java.lang.reflect.Field;
import java.util.Set;

/** Memberships for the bench, which lies in another package. */
public final class BenchMemberships {
    private BenchMemberships() {}

    /** The product's own, over a database and a listener that are given. */
    public static Memberships over(Database database, Listener listener) throws ReflectiveOperationException {
        Memberships memberships = new Memberships();
        set(memberships, "database", database);
        set(memberships, "listener", listener);
        return memberships;
    }

    public static Object member() {
        return new Membership(Role.MEMBER, Set.of());
    }

    private static void set(Object bean, String field, Object value) throws ReflectiveOperationException {
        Field found = bean.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(bean, value);
    }
}

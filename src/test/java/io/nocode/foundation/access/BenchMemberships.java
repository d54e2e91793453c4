package io.nocode.foundation.access;

import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import java.lang.reflect.Field;
import java.util.Set;

/** Memberships for the bench, which lies in another package. */
public final class BenchMemberships {
    private BenchMemberships() {}

    /** The product's own, over a database and signals that are given. */
    public static Memberships over(Database database, Signals signals) throws ReflectiveOperationException {
        Memberships memberships = new Memberships();
        set(memberships, "database", database);
        set(memberships, "signals", signals);
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

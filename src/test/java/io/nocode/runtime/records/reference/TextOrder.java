package io.nocode.runtime.records.reference;

import io.nocode.testing.TestInstallation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The order of texts: that of the database's own collation, which is a matter of its installation. */
final class TextOrder implements Comparator<String> {
    private final Map<String, Integer> ranks = new HashMap<>();

    TextOrder(Collection<String> texts) {
        try (Connection connection = TestInstallation.database();
                PreparedStatement statement =
                        connection.prepareStatement("select distinct v from unnest(?) v order by v")) {
            Array array = connection.createArrayOf("text", texts.toArray());
            statement.setArray(1, array);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                ranks.put(rows.getString(1), ranks.size());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public int compare(String one, String other) {
        return ranks.get(one).compareTo(ranks.get(other));
    }
}

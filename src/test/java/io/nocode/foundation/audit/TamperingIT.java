package io.nocode.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who writes in the database behind the server's back cannot hide: from the server, nor from an auditor. */
class TamperingIT {
    private final Client owner = People.newUser();
    private final String id = People.newOrganization(owner);
    private final String path = "foundation/organizations/" + id + "/";

    @BeforeEach
    void fiveDeeds() {
        for (String city : new String[] {"Paris", "Lyon", "Lille", "Brest"}) {
            owner.patch(path, Map.of("city", city)).expect(200);
        }
    }

    @Test
    void aLogThatNobodyTouchedIsValid() throws Exception {
        assertThat(verdict().at("count").asInt()).isEqualTo(5);
        assertThat(verdict().at("valid").asBoolean()).isTrue();
        assertThat(auditorsFaults()).isEqualTo("{}");
    }

    @Test
    void theDatabaseRefusesChangesOfItself() {
        for (String change : new String[] {
            "update nocode.audit_entry set action = 'member.left' where organisation_id = '" + id + "'",
            "delete from nocode.audit_entry where organisation_id = '" + id + "'",
            "truncate nocode.audit_entry cascade",
            "delete from nocode.audit_head where organisation_id = '" + id + "'",
            "update nocode.audit_head set count = 1 where organisation_id = '" + id + "'",
            "delete from nocode.audit_personal",
            "update nocode.audit_personal set address = '192.0.2.1'",
        }) {
            assertThatThrownBy(() -> sql(change)).as(change).hasMessageContaining("The audit log only grows.");
        }
    }

    @Test
    void aChangedEntryIsFound() throws Exception {
        forge(
                "update nocode.audit_entry set details = '{\"name\": \"other\"}' where sequence = 3 and organisation_id = ");

        assertThat(verdict().at("faults").toString()).isEqualTo("[{\"sequence\":3,\"kind\":\"CHANGED\"}]");
        assertThat(auditorsFaults()).isEqualTo("{\"entry 3 was changed\"}");
    }

    @Test
    void aChangeOfTheTimeOrTheActorIsFound() throws Exception {
        forge("update nocode.audit_entry set created_at = created_at + interval '1 microsecond'"
                + " where sequence = 2 and organisation_id = ");
        forge("update nocode.audit_entry set actor_id = null where sequence = 4 and organisation_id = ");

        assertThat(verdict().at("faults").toString())
                .isEqualTo("[{\"sequence\":2,\"kind\":\"CHANGED\"},{\"sequence\":4,\"kind\":\"CHANGED\"}]");
        assertThat(auditorsFaults()).isEqualTo("{\"entry 2 was changed\",\"entry 4 was changed\"}");
    }

    @Test
    void aMissingEntryIsFound() throws Exception {
        withoutEntry(2);

        assertThat(verdict().at("faults").toString()).isEqualTo("[{\"sequence\":2,\"kind\":\"MISSING\"}]");
        assertThat(auditorsFaults()).isEqualTo("{\"entry 2 is missing\"}");
    }

    @Test
    void anEndThatWasCutOffIsFound() throws Exception {
        withoutEntry(5);

        assertThat(verdict().at("faults").toString()).isEqualTo("[{\"sequence\":5,\"kind\":\"END_MOVED\"}]");
        assertThat(auditorsFaults()).isEqualTo("{\"the last 1 entries are missing\"}");
    }

    @Test
    void anEndThatWasCutOffTogetherWithItsCountIsFoundByWhoHasNotedIt() throws Exception {
        Answer noted = verdict();
        withoutEntry(5);
        forge("update nocode.audit_head h set count = 4, hash = e.hash from nocode.audit_entry e"
                + " where e.sequence = 4 and e.organisation_id = h.organisation_id and h.organisation_id = ");

        assertThat(verdict().at("valid").asBoolean()).isTrue();
        Answer seen = owner.get(
                        path + "audit-log/verify/?count=" + noted.at("count").asText() + "&hash="
                                + noted.at("head").asText())
                .expect(200);
        assertThat(seen.at("faults").toString()).isEqualTo("[{\"sequence\":5,\"kind\":\"REWRITTEN\"}]");
    }

    @Test
    void changedPersonalDataAreFound() throws Exception {
        forge("update nocode.audit_personal p set address = '192.0.2.1' from nocode.audit_entry e"
                + " where e.id = p.entry_id and e.sequence = 1 and e.organisation_id = ");

        assertThat(verdict().at("faults").toString())
                .isEqualTo("[{\"sequence\":1,\"kind\":\"PERSONAL_DATA_CHANGED\"}]");
        assertThat(auditorsFaults()).isEqualTo("{\"the personal data of entry 1 were changed\"}");
    }

    private Answer verdict() {
        return owner.get(path + "audit-log/verify/").expect(200);
    }

    private void withoutEntry(int sequence) throws SQLException {
        forge("delete from nocode.audit_personal p using nocode.audit_entry e where e.id = p.entry_id and e.sequence = "
                + sequence + " and e.organisation_id = ");
        forge("delete from nocode.audit_entry where sequence = " + sequence + " and organisation_id = ");
    }

    /** Does it as the owner of the tables can: with their triggers out of the way. */
    private void forge(String statement) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : new String[] {"entry", "head", "personal"}) {
                sql.execute("alter table nocode.audit_" + table + " disable trigger user");
            }
            assertThat(sql.executeUpdate(statement + "'" + id + "'")).isEqualTo(1);
            for (String table : new String[] {"entry", "head", "personal"}) {
                sql.execute("alter table nocode.audit_" + table + " enable trigger user");
            }
            connection.commit();
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** What the auditor's own query says of this organisation. */
    private String auditorsFaults() throws SQLException, IOException {
        String query = Files.readString(Path.of("docs/audit/verify.sql"));
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                ResultSet results = sql.executeQuery(query)) {
            while (results.next()) {
                if (results.getString("organisation_id").equals(id)) {
                    return results.getString("faults");
                }
            }
        }
        throw new AssertionError("No row for " + id);
    }
}

package io.nocode.foundation.audit;

import io.nocode.shared.page.Moments;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.sql.Sql;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of an audit log. */
public class AuditQuery extends PageQuery {
    @QueryParam("actor")
    @Parameter(description = "The account that acted.", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable
    String actor;

    @QueryParam("action")
    @Parameter(schema = @Schema(implementation = Deed.class))
    @Nullable
    String action;

    @QueryParam("date_from")
    @Parameter(description = "A date or a timestamp, included.")
    @Nullable
    String dateFrom;

    @QueryParam("date_to")
    @Parameter(description = "A date (its whole day in UTC) or a timestamp, included.")
    @Nullable
    String dateTo;

    /** What the filters ask of entries {@code e}. */
    Sql condition() {
        List<Sql> all = new ArrayList<>();
        UUID who = id("actor", actor);
        if (who != null) {
            all.add(Sql.of(" and e.actor_id = ?", who));
        }
        Deed deed = choice("action", action, Deed.class);
        if (deed != null) {
            all.add(Sql.of(" and e.action = ?", deed.wireName()));
        }
        if (dateFrom != null) {
            all.add(Sql.of(" and e.created_at >= ?", Moments.from("date_from", dateFrom)));
        }
        if (dateTo != null) {
            all.add(Sql.of(" and e.created_at < ?", Moments.until("date_to", dateTo)));
        }
        return Sql.join("", all);
    }
}

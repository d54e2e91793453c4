package io.nocode.runtime.frontschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.OpenPermits;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.TableSchemaJson;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
    private static final Map<String, LiveTable> TABLES =
            LiveTable.all(Identifier.of("p"), TableSchemaJson.readAll(Json.parse("""
                    [{"id": "00000000-0000-7000-8000-000000000001", "table_name": "client", "display_name": "Client",
                      "description": "", "icon": "", "options": {}, "fields_config": [
                        {"id": "00000000-0000-7000-8000-000000000011", "name": "name", "type": "string",
                         "required": true}]},
                     {"id": "00000000-0000-7000-8000-000000000002", "table_name": "orders", "display_name": "Orders",
                      "description": "", "icon": "", "options": {}, "fields_config": [
                        {"id": "00000000-0000-7000-8000-000000000021", "name": "title", "type": "string",
                         "required": true},
                        {"id": "00000000-0000-7000-8000-000000000022", "name": "page", "type": "integer"},
                        {"id": "00000000-0000-7000-8000-000000000023", "name": "number", "type": "autonumber",
                         "prefix": "O-"},
                        {"id": "00000000-0000-7000-8000-000000000024", "name": "kind", "type": "choice",
                         "required": true, "choices": [{"value": "a"}, {"value": "b"}]},
                        {"id": "00000000-0000-7000-8000-000000000025", "name": "tags", "type": "multi_choice",
                         "choices": [{"value": "a"}]},
                        {"id": "00000000-0000-7000-8000-000000000026", "name": "facts", "type": "json"},
                        {"id": "00000000-0000-7000-8000-000000000027", "name": "price", "type": "decimal",
                         "precision": 12, "scale": 2},
                        {"id": "00000000-0000-7000-8000-000000000028", "name": "due", "type": "date"},
                        {"id": "00000000-0000-7000-8000-000000000029", "name": "secret", "type": "text"},
                        {"id": "00000000-0000-7000-8000-00000000002a", "name": "client", "type": "relation",
                         "target": "client"}]}]
                    """)));

    /** Reads orders but their secret, creates them with a title, deletes none; has nothing of clients. */
    private static final Permits SOME = new OpenPermits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return table.name().equals("orders") && !column.name().equals("secret");
        }

        @Override
        public Condition rows(LiveTable table) {
            return Condition.ANYTHING;
        }

        @Override
        public boolean may(LiveTable table, Act act) {
            return table.name().equals("orders") && (act == Act.READ || act == Act.CREATE);
        }

        @Override
        public boolean sets(LiveTable table, Act act, Column column) {
            return column.name().equals("title");
        }
    };

    @Test
    void aStrictParserFindsNothingToBlame() {
        for (Permits permits : new Permits[] {Permits.EVERYTHING, SOME}) {
            ParseOptions options = new ParseOptions();
            options.setResolve(true);
            SwaggerParseResult result =
                    new OpenAPIV3Parser().readContents(document(permits).toString(), null, options);
            assertThat(result.getMessages()).isEmpty();
            assertThat(result.getOpenAPI()).isNotNull();
        }
    }

    @Test
    void everyTableHasItsSixOperations() {
        OpenAPI parsed = parsed(Permits.EVERYTHING);
        assertThat(parsed.getPaths()).hasSize(4);
        assertThat(parsed.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .map(operation -> operation.getOperationId()))
                .containsExactlyInAnyOrder(
                        "list_client",
                        "create_client",
                        "get_client",
                        "replace_client",
                        "merge_client",
                        "delete_client",
                        "list_orders",
                        "create_orders",
                        "get_orders",
                        "replace_orders",
                        "merge_orders",
                        "delete_orders");
        assertThat(parsed.getComponents().getSchemas().get("new_orders").getRequired())
                .containsExactlyInAnyOrder("title", "kind");
        assertThat(parsed.getPaths().get("/tables/orders/").getGet().getParameters())
                .extracting(parameter -> parameter.getName())
                .contains("filters", "title", "price", "created_at", "client")
                .doesNotContain("facts", "tags")
                .doesNotHaveDuplicates();
    }

    @Test
    void aCallerFindsExactlyWhatIsTheirs() {
        ObjectNode document = document(SOME);
        assertThat(document.toString()).doesNotContain("secret").doesNotContain("/tables/client/");
        OpenAPI parsed = parsed(SOME);
        assertThat(parsed.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .map(operation -> operation.getOperationId()))
                .containsExactlyInAnyOrder("list_orders", "get_orders", "create_orders");
        assertThat(parsed.getComponents()
                        .getSchemas()
                        .get("new_orders")
                        .getProperties()
                        .keySet())
                .isEqualTo(java.util.Set.of("title"));
    }

    private static OpenAPI parsed(Permits permits) {
        return Objects.requireNonNull(new OpenAPIV3Parser()
                .readContents(document(permits).toString(), null, new ParseOptions())
                .getOpenAPI());
    }

    private static ObjectNode document(Permits permits) {
        return new OpenApiDocument(permits, "/tables").of("Shop", "http://localhost:8080", "dev", TABLES);
    }
}

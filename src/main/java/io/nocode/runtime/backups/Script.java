package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.AutonumberType;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.RestartNumbers;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script of SQL that a backup is: makes the tables, fills them by COPY, and then holds them to what they are to hold.
 * What only this platform's database has is left out where it is missing, so that any PostgreSQL takes the script.
 */
final class Script {
    private static final Pattern CREATED =
            Pattern.compile("create table (\"[^ ]+\"\\.\"[^ ]+\") \\(.*", Pattern.DOTALL);

    private final Identifier pgSchema;
    private final List<TableSchema> tables;
    private final List<Ddl> makes = new ArrayList<>();
    private final List<Ddl> holds = new ArrayList<>();

    Script(Identifier pgSchema, List<TableSchema> tables) {
        this.pgSchema = pgSchema;
        this.tables = tables;
        for (Ddl step : SchemaDiff.between(List.of(), tables)) {
            (step.phase() == Ddl.Phase.CREATE ? makes : holds).add(step);
        }
        // Links lead to rows: their tables come last.
        makes.sort(Comparator.comparing(step -> step instanceof CreateLinks));
    }

    /** The full names of the tables with rows, in the order in which they are filled. */
    List<String> filled() {
        return makes.stream()
                .map(step -> CREATED.matcher(step.sql(pgSchema)))
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
    }

    /** The statements that make the tables, without their PostgreSQL schema. */
    List<String> makes() {
        return makes.stream().map(step -> step.sql(pgSchema)).toList();
    }

    /** The statements that follow once the rows are there. */
    List<String> holds() {
        List<String> statements =
                new ArrayList<>(holds.stream().map(step -> step.sql(pgSchema)).toList());
        statements.addAll(numbers());
        return statements;
    }

    String head(JsonNode about) {
        StringBuilder head = new StringBuilder("-- A backup of NoCode Backend, for psql -f: ")
                .append(Json.text(about))
                .append("""

                        set client_encoding = 'UTF8';
                        set standard_conforming_strings = on;
                        set client_min_messages = warning;
                        begin;
                        do $nocode$ begin
                            if to_regprocedure('nocode.is_set(text[])') is null then
                                create schema if not exists nocode;
                                create function nocode.is_set(given text[]) returns boolean
                                    language sql immutable parallel safe as
                                    'select given is null or cardinality(given) = (select count(distinct each) from unnest(given) each)';
                            end if;
                        end $nocode$;
                        """);
        head.append("create schema ").append(pgSchema).append(";\n");
        makes().forEach(statement -> head.append(statement).append(";\n"));
        if (!fileFields().isEmpty()) {
            head.append("-- The files of rows: a column has their ids, and one file is ")
                    .append("select string_agg(content, '' order by start_at) from ")
                    .append(FileTables.BYTES)
                    .append(" where stored_id = ...\n")
                    .append(FileTables.makeFiles(pgSchema))
                    .append(";\n")
                    .append(FileTables.makeBytes(pgSchema))
                    .append(";\n");
        }
        return head.toString();
    }

    /** The fields that hold files. */
    List<UUID> fileFields() {
        return FileTables.fields(tables);
    }

    /** The line before the rows of a table. */
    static String copy(String table, List<String> columns) {
        return "copy " + table + " ("
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> Identifier.of(column).quoted())
                                .toList())
                + ") from stdin;\n";
    }

    String foot() {
        StringBuilder foot = new StringBuilder();
        for (Ddl step : holds) {
            String statement = step.sql(pgSchema);
            if (statement.contains("nocode.")) {
                foot.append("do $nocode$ begin\n    ")
                        .append(statement)
                        .append(";\nexception when undefined_function or undefined_object or invalid_schema_name then")
                        .append(" null; end $nocode$;\n");
            } else {
                foot.append(statement).append(";\n");
            }
        }
        numbers().forEach(statement -> foot.append(statement).append(";\n"));
        return foot.append("commit;\n").toString();
    }

    private List<String> numbers() {
        List<String> statements = new ArrayList<>();
        for (TableSchema table : tables) {
            table.fields().stream()
                    .filter(field -> field.type() instanceof AutonumberType)
                    .map(field ->
                            new RestartNumbers(table.table(), field.column(), ((AutonumberType) field.type()).start()))
                    .forEach(step -> statements.add(step.sql(pgSchema)));
        }
        return statements;
    }
}

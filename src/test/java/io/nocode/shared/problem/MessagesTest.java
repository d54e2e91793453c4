package io.nocode.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.studio.schema.FieldTypes;
import io.nocode.studio.schema.TypeKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"shared", "foundation", "studio", "runtime", "automation", "insights"})
    void bothLanguagesSayTheSameThings(String module) throws IOException {
        assertThat(keys(module, "fr")).containsExactlyInAnyOrderElementsOf(keys(module, "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noKeyHasTwoSentences(String language) throws IOException {
        List<String> keys = new ArrayList<>();
        for (String module : List.of("shared", "foundation", "studio", "runtime", "automation", "insights")) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(file(module, language)))) {
                lines.lines()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .forEach(line -> keys.add(line.substring(0, line.indexOf('='))));
            }
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyReasonHasItsSentenceInBothLanguages() throws Exception {
        for (Class<?> type : reasons()) {
            for (Object constant : type.getEnumConstants()) {
                String key = "problem." + ((Reason) constant).name();
                assertThat(Messages.find(Locale.ENGLISH, key)).as(key).isPresent();
                assertThat(Messages.find(Locale.FRENCH, key)).as(key).isPresent();
            }
        }
    }

    @Test
    void everyFieldTypeIsCalledSomethingInBothLanguages() {
        for (TypeKind type : FieldTypes.all()) {
            String key = "field_type." + type.name();
            assertThat(Messages.find(Locale.ENGLISH, key)).as(key).isPresent();
            assertThat(Messages.find(Locale.FRENCH, key)).as(key).isPresent();
        }
    }

    @Test
    void theFirstLanguageThatWeSpeakIsTaken() {
        assertThat(Messages.language(Stream.of(Locale.GERMAN, Locale.CANADA_FRENCH, Locale.ENGLISH)))
                .isEqualTo(Locale.FRENCH);
        assertThat(Messages.language(Stream.of(Locale.JAPANESE))).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.language(Stream.empty())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void placeholdersAreFilled() {
        assertThat(Messages.text(Locale.FRENCH, "field.between", 1, 100))
                .isEqualTo("Ceci doit être compris entre 1 et 100.");
    }

    private static List<String> keys(String module, String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = file(module, language)) {
            properties.load(stream);
        }
        return List.copyOf(properties.stringPropertyNames());
    }

    private static InputStream file(String module, String language) {
        return MessagesTest.class.getResourceAsStream("/messages/" + module + "_" + language + ".properties");
    }

    private static List<Class<?>> reasons() throws Exception {
        Path classes = Path.of(URI.create(
                Reason.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("io/nocode"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Problem.class"))
                    .toList()) {
                Class<?> type = Class.forName(classes.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replace('/', '.'));
                if (type.isEnum() && Reason.class.isAssignableFrom(type)) {
                    found.add(type);
                }
            }
        }
        assertThat(found).contains(CommonProblem.class);
        return found;
    }
}

package io.nocode.foundation.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.nocode.foundation.billing.BillingInterval;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The document of an invoice, read back. */
class InvoicePdfTest {
    private static final Instant NOW = Instant.parse("2028-02-29T09:30:00Z");
    private static final Instant END = Instant.parse("2028-03-31T09:30:00Z");

    @Test
    void itSaysInEnglishWhatIsToBePaid() throws IOException {
        String text = text(document("Analytical Engines", Locale.ENGLISH, 1));
        assertThat(text)
                .contains("INVOICE", "INV-1A2B3C4D-0007", "To be paid", "Analytical Engines", "London")
                .contains("Professional, remaining time", "Starter, unused time")
                .contains("29 February 2028", "14 March 2028")
                .contains("€1,099.99", "-€10.00", "€1,089.99", "Tax (20 %)", "€218.00", "€1,307.99");
    }

    @Test
    void itSaysInFrenchWhatIsToBePaid() throws IOException {
        String text = text(document("Crème Brûlée & Cie – Łódź", Locale.FRENCH, 1));
        assertThat(text)
                .contains("FACTURE", "À payer", "Crème Brûlée & Cie – Łódź", "temps non utilisé", "29 février 2028")
                .contains("Échéance", "Désignation", "Sous-total");
        assertThat(text.replaceAll("[\\s\u00a0\u202f]", "")).contains("1307,99€");
    }

    @Test
    void whatLooksLikeMarkupIsShownAndNeverActs() throws IOException {
        String name = "<script>app.alert(1)</script>${7*7} <img src=x onerror=alert(1)> /JS (x) Tj";
        byte[] document = document(name, Locale.ENGLISH, 1);
        assertThat(text(document).replaceAll("\\s", "")).contains(name.replaceAll("\\s", ""));
        assertThat(new String(document, StandardCharsets.ISO_8859_1))
                .doesNotContain("/JavaScript", "/OpenAction", "/URI", "/Launch", "<script");
    }

    @Test
    void itsFontsAreInIt() throws IOException {
        String raw = new String(document("Zoé", Locale.FRENCH, 1), StandardCharsets.ISO_8859_1);
        assertThat(raw).startsWith("%PDF-").contains("/FontFile2", "LiberationSans");
    }

    @Test
    void manyLinesGoOnOnFurtherPages() throws IOException {
        byte[] document = document("Zoé", Locale.ENGLISH, 60);
        try (PdfReader reader = new PdfReader(document)) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(2)).contains("Description", "Page 2");
        }
    }

    private static byte[] document(String name, Locale language, int times) throws IOException {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            lines.add(line(LineKind.REMAINING, "Professional", "1099.99"));
            lines.add(line(LineKind.UNUSED, "Starter", "-10.00"));
        }
        Bill bill = new Bill(UUID.randomUUID(), UUID.randomUUID(), null, "EUR", NOW, lines);
        Invoice invoice = new Invoice(
                UUID.randomUUID(),
                "INV-1A2B3C4D-0007",
                bill,
                new BilledTo(name, "London"),
                "Lovelace Software Ltd\n12 St James’s Square\nLondon SW1Y 4JH",
                new BigDecimal("20.00"),
                Duration.ofDays(14));
        byte[] document = new InvoicePdf().of(invoice.text(language), language, ZoneOffset.UTC);
        if (times == 1 && !name.contains("<")) {
            Path folder = Path.of("target", "invoices");
            Files.createDirectories(folder);
            Files.write(folder.resolve(language.getLanguage() + ".pdf"), document);
        }
        return document;
    }

    private static InvoiceLine line(LineKind kind, String plan, String amount) {
        return new InvoiceLine(kind, plan, BillingInterval.MONTHLY, NOW, END, new BigDecimal(amount));
    }

    private static String text(byte[] document) throws IOException {
        try (PdfReader reader = new PdfReader(document)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }
}

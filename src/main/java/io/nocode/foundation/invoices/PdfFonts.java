package io.nocode.foundation.invoices;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Liberation Sans, of which each document carries the letters that it uses. */
final class PdfFonts {
    private final BaseFont regular = load("LiberationSans-Regular.ttf");
    private final BaseFont bold = load("LiberationSans-Bold.ttf");

    Font regular(float size, Color colour) {
        return new Font(regular, size, Font.NORMAL, colour);
    }

    Font bold(float size, Color colour) {
        return new Font(bold, size, Font.NORMAL, colour);
    }

    private static BaseFont load(String name) {
        try (InputStream file = Objects.requireNonNull(PdfFonts.class.getResourceAsStream("/fonts/" + name), name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

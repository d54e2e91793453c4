package io.nocode.foundation.invoices;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** Writes at the foot of each page what it is a page of. */
final class PageFoot extends PdfPageEventHelper {
    private final String title;
    private final Font font;
    private final InvoiceWords words;

    PageFoot(String title, Font font, InvoiceWords words) {
        this.title = title;
        this.font = font;
        this.words = words;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        float y = document.bottom() - 30;
        ColumnText.showTextAligned(
                writer.getDirectContent(), Element.ALIGN_LEFT, new Phrase(title, font), document.left(), y, 0);
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                new Phrase(words.say("invoice.page", document.getPageNumber()), font),
                document.right(),
                y,
                0);
    }
}

package io.nocode.foundation.invoices;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.Locale;

/** Sets an invoice as a page of A4. Everything is drawn as text: nothing in it is ever read as markup. */
@ApplicationScoped
class InvoicePdf {
    private static final Color INK = new Color(0x1F, 0x29, 0x37);
    private static final Color QUIET = new Color(0x6B, 0x72, 0x80);
    private static final Color RULE = new Color(0xE5, 0xE7, 0xEB);
    private static final Color TINT = new Color(0xF3, 0xF4, 0xF6);
    private static final Color ACCENT = new Color(0x25, 0x63, 0xEB);

    private final PdfFonts fonts = new PdfFonts();

    /**
     * The document.
     *
     * @param zone whose days it names
     */
    byte[] of(InvoiceText text, Locale language, ZoneId zone) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, 56, 56, 56, 72)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            InvoiceWords words = new InvoiceWords(language, zone);
            String title = words.say("invoice.title") + " " + text.invoice().number();
            writer.setPageEvent(new PageFoot(title, fonts.regular(8, QUIET), words));
            document.addTitle(title);
            document.open();
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language.getLanguage()));
            document.add(head(text, words));
            document.add(parties(text, words));
            document.add(lines(text.invoice(), words));
            document.add(totals(text.invoice(), words));
            document.add(note(text.invoice(), words));
        }
        return out.toByteArray();
    }

    private PdfPTable head(InvoiceText text, InvoiceWords words) {
        PdfPTable table = table(3, 2);
        PdfPCell seller = cell();
        String[] lines = text.seller().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            seller.addElement(new Paragraph(i == 1 ? 17 : 13, lines[i], i == 0 ? fonts.bold(15, INK) : quiet()));
        }
        table.addCell(seller);
        PdfPCell title = cell();
        title.addElement(right(24, words.say("invoice.title").toUpperCase(words.locale()), fonts.bold(21, ACCENT)));
        title.addElement(right(15, text.invoice().number(), fonts.bold(10, INK)));
        title.addElement(right(14, words.say("invoice.status." + text.invoice().status()), status(text.invoice())));
        table.addCell(title);
        table.setSpacingAfter(30);
        return table;
    }

    private PdfPTable parties(InvoiceText text, InvoiceWords words) {
        PdfPTable table = table(3, 2);
        PdfPCell to = cell();
        to.addElement(new Paragraph(13, words.say("invoice.billed_to"), quiet()));
        to.addElement(new Paragraph(16, text.billedTo().name(), fonts.bold(11, INK)));
        String city = text.billedTo().city();
        if (city != null) {
            to.addElement(new Paragraph(14, city, ink()));
        }
        table.addCell(to);
        PdfPTable dates = table(1, 1);
        InvoiceView invoice = text.invoice();
        fact(dates, words.say("invoice.issued"), words.day(invoice.issuedAt()));
        fact(dates, words.say("invoice.due"), words.day(invoice.dueAt()));
        if (invoice.paidAt() != null) {
            fact(dates, words.say("invoice.paid"), words.day(invoice.paidAt()));
        }
        PdfPCell right = new PdfPCell(dates);
        right.setBorder(Rectangle.NO_BORDER);
        table.addCell(right);
        table.setSpacingAfter(28);
        return table;
    }

    private PdfPTable lines(InvoiceView invoice, InvoiceWords words) {
        PdfPTable table = table(5, 4, 2);
        table.setHeaderRows(1);
        table.addCell(headed(words.say("invoice.description"), Element.ALIGN_LEFT));
        table.addCell(headed(words.say("invoice.period"), Element.ALIGN_LEFT));
        table.addCell(headed(words.say("invoice.amount"), Element.ALIGN_RIGHT));
        for (InvoiceLineView line : invoice.lines()) {
            table.addCell(row(line.description(), Element.ALIGN_LEFT));
            table.addCell(row(words.period(line.periodStart(), line.periodEnd()), Element.ALIGN_LEFT));
            table.addCell(row(words.money(line.amount(), invoice.currency()), Element.ALIGN_RIGHT));
        }
        table.setSpacingAfter(14);
        return table;
    }

    private PdfPTable totals(InvoiceView invoice, InvoiceWords words) {
        PdfPTable table = table(3, 2);
        table.setWidthPercentage(50);
        table.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.setKeepTogether(true);
        sum(table, words.say("invoice.subtotal"), words.money(invoice.subtotal(), invoice.currency()), false);
        String rate = words.number(invoice.taxRate());
        sum(table, words.say("invoice.tax", rate), words.money(invoice.tax(), invoice.currency()), false);
        sum(table, words.say("invoice.total"), words.money(invoice.total(), invoice.currency()), true);
        table.setSpacingAfter(28);
        return table;
    }

    private Paragraph note(InvoiceView invoice, InvoiceWords words) {
        String key = "invoice.note." + invoice.status();
        return new Paragraph(14, words.say(key, invoice.number(), words.day(invoice.dueAt())), quiet());
    }

    private Font status(InvoiceView invoice) {
        return switch (invoice.status()) {
            case OPEN -> fonts.bold(10, new Color(0xB4, 0x53, 0x09));
            case PAID -> fonts.bold(10, new Color(0x15, 0x80, 0x3D));
            case VOID -> fonts.bold(10, QUIET);
        };
    }

    private void fact(PdfPTable table, String name, String value) {
        PdfPCell left = cell();
        left.setPhrase(new Phrase(name, quiet()));
        left.setPaddingBottom(5);
        table.addCell(left);
        PdfPCell right = cell();
        right.setPhrase(new Phrase(value, ink()));
        right.setHorizontalAlignment(Element.ALIGN_RIGHT);
        right.setPaddingBottom(5);
        table.addCell(right);
    }

    private void sum(PdfPTable table, String name, String value, boolean total) {
        for (String text : new String[] {name, value}) {
            PdfPCell cell = new PdfPCell(new Phrase(text, total ? fonts.bold(12, INK) : ink()));
            cell.setBorder(total ? Rectangle.TOP : Rectangle.NO_BORDER);
            cell.setBorderColor(INK);
            cell.setPadding(8);
            cell.setPaddingTop(total ? 8 : 4);
            cell.setPaddingBottom(total ? 8 : 4);
            cell.setHorizontalAlignment(text.equals(value) ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            table.addCell(cell);
        }
    }

    private PdfPCell headed(String text, int alignment) {
        PdfPCell cell = row(text, alignment);
        cell.setPhrase(new Phrase(text, fonts.bold(9, QUIET)));
        cell.setBackgroundColor(TINT);
        return cell;
    }

    private PdfPCell row(String text, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text, ink()));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setPadding(8);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    private static PdfPCell cell() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    private static Paragraph right(float leading, String text, Font font) {
        Paragraph paragraph = new Paragraph(leading, text, font);
        paragraph.setAlignment(Element.ALIGN_RIGHT);
        return paragraph;
    }

    private Font ink() {
        return fonts.regular(10, INK);
    }

    private Font quiet() {
        return fonts.regular(9, QUIET);
    }
}

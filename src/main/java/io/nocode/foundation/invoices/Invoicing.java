package io.nocode.foundation.invoices;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes invoices of bills. The caller's transaction holds the organisation. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Invoicing {
    @Inject
    private InvoiceRepository repository;

    @Inject
    private Database database;

    @Inject
    private Event<InvoiceIssued> issued;

    /**
     * Issues the invoice of a bill. Credit that the organisation has is used first, unless it still owes what the credit
     * may come from; where the bill comes to less than nothing, it becomes such credit and no invoice.
     */
    public void issue(Bill bill) {
        BigDecimal sum = bill.sum();
        if (sum.signum() < 0) {
            addCredit(bill.organisation(), bill.currency(), sum.negate(), bill.at());
        } else if (sum.signum() > 0) {
            Bill net = withCredit(bill, sum);
            Invoice invoice = new Invoice(
                    Ids.next(),
                    number(bill),
                    net,
                    billedTo(bill.organisation()),
                    InvoiceSettings.seller(),
                    InvoiceSettings.taxRate(),
                    InvoiceSettings.due());
            repository.add(invoice);
            if (invoice.isOpen()) {
                issued.fire(new InvoiceIssued(invoice.id(), invoice.organisationId()));
            }
        }
    }

    /** Gives the credit back that an invoice used which is taken back. */
    void takenBack(Invoice invoice, Instant now) {
        BigDecimal used = invoice.creditUsed();
        if (used.signum() > 0) {
            addCredit(invoice.organisationId(), invoice.due().currency(), used, now);
        }
    }

    private void addCredit(UUID organisation, String currency, BigDecimal amount, Instant now) {
        database.update(Sql.of(
                "insert into billing_credit as c (organisation_id, currency, amount, updated_at) values (?, ?, ?, ?)"
                        + " on conflict (organisation_id, currency)"
                        + " do update set amount = c.amount + excluded.amount, updated_at = excluded.updated_at",
                organisation,
                currency,
                amount,
                now));
    }

    private Bill withCredit(Bill bill, BigDecimal sum) {
        BigDecimal credit = database.first(
                        Sql.of(
                                "select amount from billing_credit where organisation_id = ? and currency = ?"
                                        + " and not exists (select 1 from invoice where organisation_id = ?"
                                        + " and status = 'OPEN') for update",
                                bill.organisation(),
                                bill.currency(),
                                bill.organisation()),
                        row -> row.decimalOrNull("amount"))
                .orElse(BigDecimal.ZERO)
                .min(sum);
        if (credit.signum() == 0) {
            return bill;
        }
        database.update(Sql.of(
                "update billing_credit set amount = amount - ?, updated_at = ?"
                        + " where organisation_id = ? and currency = ?",
                credit,
                bill.at(),
                bill.organisation(),
                bill.currency()));
        List<InvoiceLine> lines = new ArrayList<>(bill.lines());
        lines.add(new InvoiceLine(LineKind.CREDIT, null, null, null, null, credit.negate()));
        return new Bill(
                bill.organisation(), bill.subscription(), bill.paymentMethod(), bill.currency(), bill.at(), lines);
    }

    /** The next number; the row is kept until the invoice is committed, and a rollback gives the number back. */
    private String number(Bill bill) {
        String prefix = Ids.next().toString();
        database.update(Sql.of(
                "insert into billing_account (organisation_id, invoice_prefix, invoice_count, created_at, updated_at)"
                        + " values (?, ?, 0, ?, ?) on conflict (organisation_id) do nothing",
                bill.organisation(),
                prefix.substring(prefix.length() - 8).toUpperCase(Locale.ROOT),
                bill.at(),
                bill.at()));
        return database.first(
                        Sql.of(
                                "update billing_account set invoice_count = invoice_count + 1, updated_at = ?"
                                        + " where organisation_id = ? returning invoice_prefix, invoice_count",
                                bill.at(),
                                bill.organisation()),
                        row -> "INV-%s-%04d".formatted(row.text("invoice_prefix"), row.number("invoice_count")))
                .orElseThrow();
    }

    private BilledTo billedTo(UUID organisation) {
        return database.first(
                        Sql.of("select name, city from organisation where id = ?", organisation),
                        row -> new BilledTo(row.text("name"), row.textOrNull("city")))
                .orElseThrow();
    }
}

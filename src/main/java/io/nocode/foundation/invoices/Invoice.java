package io.nocode.foundation.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What an organisation was asked to pay. What it says never changes; whether it is paid does, once. */
@Entity
public class Invoice {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "subscription_id")
    private @Nullable UUID subscriptionId;

    @Column(name = "payment_method_id")
    private @Nullable UUID paymentMethodId;

    private String number;

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status;

    private String currency;

    private String seller;

    @Column(name = "billed_to")
    @Convert(converter = JsonConverter.class)
    private JsonNode billedTo;

    @Convert(converter = JsonConverter.class)
    private JsonNode lines;

    private BigDecimal subtotal;

    @Column(name = "tax_rate")
    private BigDecimal taxRate;

    private BigDecimal tax;

    private BigDecimal total;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    @Column(name = "payment_reference")
    private @Nullable String paymentReference;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Invoice() {}

    Invoice(UUID id, String number, Bill bill, BilledTo billedTo, String seller, BigDecimal taxRate, Duration due) {
        this.id = id;
        this.number = number;
        this.organisationId = bill.organisation();
        this.subscriptionId = bill.subscription();
        this.paymentMethodId = bill.paymentMethod();
        this.currency = bill.currency();
        this.seller = seller;
        this.billedTo = Json.tree(billedTo);
        this.lines = Json.tree(bill.lines());
        this.subtotal = bill.sum();
        this.taxRate = taxRate;
        this.tax = subtotal.multiply(taxRate).divide(PERCENT, 2, RoundingMode.HALF_UP);
        this.total = subtotal.add(tax);
        this.issuedAt = bill.at();
        this.dueAt = bill.at().plus(due);
        this.createdAt = bill.at();
        this.updatedAt = bill.at();
        this.status = InvoiceStatus.OPEN;
        if (total.signum() == 0) {
            pay(null, bill.at());
        }
    }

    /** Is paid. */
    final void pay(@Nullable String reference, Instant now) {
        requireOpen();
        status = InvoiceStatus.PAID;
        paymentReference = reference;
        paidAt = now;
        updatedAt = now;
    }

    /** Is taken back. */
    void takeBack(Instant now) {
        requireOpen();
        status = InvoiceStatus.VOID;
        voidedAt = now;
        updatedAt = now;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw InvoiceProblem.INVOICE_NOT_OPEN.because(number);
        }
    }

    boolean isOpen() {
        return status == InvoiceStatus.OPEN;
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    @Nullable
    UUID subscriptionId() {
        return subscriptionId;
    }

    /** What is to be paid, for whoever collects it. */
    Due due() {
        return new Due(id, organisationId, number, total, currency, paymentMethodId);
    }

    /** What its document says. */
    InvoiceText text(Locale language) {
        return new InvoiceText(view(language), seller, Json.as(billedTo, BilledTo.class));
    }

    /** How much earlier credit made it less. */
    BigDecimal creditUsed() {
        return lines().filter(line -> line.kind() == LineKind.CREDIT)
                .map(line -> line.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<InvoiceLine> lines() {
        return StreamSupport.stream(lines.spliterator(), false).map(line -> Json.as(line, InvoiceLine.class));
    }

    InvoiceView view(Locale language) {
        List<InvoiceLineView> views = lines().map(line -> line.view(language)).toList();
        return new InvoiceView(
                id,
                organisationId,
                subscriptionId,
                number,
                status,
                issuedAt,
                dueAt,
                paidAt,
                voidedAt,
                views,
                subtotal,
                taxRate,
                tax,
                total,
                currency,
                createdAt,
                updatedAt);
    }
}

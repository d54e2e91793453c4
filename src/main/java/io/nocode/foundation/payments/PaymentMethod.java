package io.nocode.foundation.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an organisation pays, as far as its provider told. */
@Entity
@Table(name = "payment_method")
public class PaymentMethod {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private PaymentType type;

    private String provider;

    @Column(name = "sealed_token")
    private @Nullable String sealedToken;

    @Column(name = "provider_customer")
    private @Nullable String providerCustomer;

    private @Nullable String brand;

    private @Nullable String last4;

    @Column(name = "exp_month")
    private @Nullable Integer expMonth;

    @Column(name = "exp_year")
    private @Nullable Integer expYear;

    @Column(name = "is_default")
    private boolean theDefault;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected PaymentMethod() {}

    PaymentMethod(UUID id, UUID organisation, PaymentType type, String provider, Instant now) {
        this.id = id;
        this.organisationId = organisation;
        this.type = type;
        this.provider = provider;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what the provider told. */
    void show(Instrument instrument, @Nullable String sealed, Instant now) {
        sealedToken = sealed;
        providerCustomer = instrument.customer();
        brand = instrument.brand();
        last4 = instrument.last4();
        expMonth = instrument.expMonth();
        expYear = instrument.expYear();
        updatedAt = now;
    }

    void prefer(boolean asDefault, Instant now) {
        if (theDefault != asDefault) {
            theDefault = asDefault;
            updatedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    PaymentType type() {
        return type;
    }

    String provider() {
        return provider;
    }

    @Nullable
    String sealedToken() {
        return sealedToken;
    }

    @Nullable
    String providerCustomer() {
        return providerCustomer;
    }

    boolean isDefault() {
        return theDefault;
    }

    PaymentMethodView view() {
        return new PaymentMethodView(
                id, organisationId, type, provider, brand, last4, expMonth, expYear, theDefault, createdAt, updatedAt);
    }
}

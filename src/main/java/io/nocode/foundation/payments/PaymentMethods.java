package io.nocode.foundation.payments;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Confinement;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.id.Ids;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payment methods of organisations, as they are kept. */
@ApplicationScoped
@Transactional
public class PaymentMethods {
    @Inject
    private PaymentMethodRepository repository;

    @Inject
    private Access access;

    @Inject
    private Confinement confinement;

    @Inject
    private Quotas quotas;

    @Inject
    private Vault vault;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    Page<PaymentMethodView> list(PageRequest asked, @Nullable UUID organisation) {
        return confinement
                .confine(
                        repository.listing().where("e.organisationId = :organisation", "organisation", organisation),
                        Action.BILLING_SEE,
                        "e.organisationId")
                .page(asked)
                .map(PaymentMethod::view);
    }

    PaymentMethodView find(UUID id) {
        PaymentMethod method = repository.require(id);
        access.require(Action.BILLING_SEE, method.organisationId());
        return method.view();
    }

    /** Goes on if an organisation may pay with this method; NOT_FOUND where it is not its own. */
    public void requireOwn(UUID organisation, @Nullable UUID id) {
        if (id != null
                && repository
                        .find(id)
                        .filter(method -> method.organisationId().equals(organisation))
                        .isEmpty()) {
            throw CommonProblem.NOT_FOUND.because();
        }
    }

    /** Who may change a payment method's organisation; what the provider must be asked with. */
    PaymentMethod requireManaged(UUID id) {
        PaymentMethod method = repository.require(id);
        access.require(Action.BILLING_MANAGE, method.organisationId());
        return method;
    }

    PaymentMethodView add(PaymentMethodRequest said, String provider, Instrument instrument) {
        UUID organisation = said.organizationId();
        quotas.hold(organisation);
        Instant now = clock.instant();
        boolean asDefault = said.isDefault() == null ? !repository.hasAny(organisation) : said.isDefault();
        PaymentMethod method = new PaymentMethod(Ids.next(), organisation, said.type(), provider, now);
        method.show(instrument, sealed(instrument), now);
        prefer(method, asDefault, now);
        repository.add(method);
        return recorded(method, Deed.PAYMENT_METHOD_ADDED);
    }

    /**
     * Changes a payment method.
     *
     * @param instrument what took the place of the present one; null where that stays
     */
    PaymentMethodView change(UUID id, boolean asDefault, @Nullable Instrument instrument) {
        PaymentMethod method = held(id);
        Instant now = clock.instant();
        if (instrument != null) {
            method.show(instrument, sealed(instrument), now);
        }
        prefer(method, asDefault, now);
        repository.flush();
        return recorded(method, Deed.PAYMENT_METHOD_CHANGED);
    }

    PaymentMethodView prefer(UUID id) {
        return change(id, true, null);
    }

    void remove(UUID id) {
        PaymentMethod method = held(id);
        recorded(method, Deed.PAYMENT_METHOD_REMOVED);
        repository.remove(method);
    }

    private PaymentMethod held(UUID id) {
        quotas.hold(requireManaged(id).organisationId());
        PaymentMethod method = repository.fresh(id);
        Preconditions.check(method::view);
        return method;
    }

    /** The one before steps back first: there is one default at every moment. */
    private void prefer(PaymentMethod method, boolean asDefault, Instant now) {
        if (asDefault) {
            repository
                    .theDefault(method.organisationId())
                    .filter(other -> !other.id().equals(method.id()))
                    .ifPresent(other -> {
                        other.prefer(false, now);
                        repository.flush();
                    });
        }
        method.prefer(asDefault, now);
    }

    private @Nullable String sealed(Instrument instrument) {
        return instrument.token() == null ? null : vault.sealText(instrument.token());
    }

    private PaymentMethodView recorded(PaymentMethod method, Deed deed) {
        audit.record(
                method.organisationId(),
                deed,
                method.id(),
                Map.of("type", method.type().wire(), "provider", method.provider(), "is_default", method.isDefault()));
        return method.view();
    }
}

package io.nocode.foundation.organisations;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Memberships;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.Quotas;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.EmailAddress;
import io.nocode.foundation.users.PersonView;
import io.nocode.shared.id.Ids;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people come into an organisation: by a mail to an address, which alone can accept. */
@ApplicationScoped
@Transactional
public class Invitations {
    private static final Duration LIFETIME = Duration.ofDays(7);

    @Inject
    private Access access;

    @Inject
    private OrganisationRepository repository;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Quotas quotas;

    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private Mailer mailer;

    @Inject
    private AuditLog audit;

    @Inject
    private Signals signals;

    @Inject
    private Event<MemberJoined> joined;

    @Inject
    private Clock clock;

    /** Invites an address. Whether it has an account makes no difference to the answer. */
    MemberView invite(UUID organisationId, InviteRequest request) {
        access.require(Action.MEMBERS_MANAGE, organisationId);
        Role role = request.role().role();
        List<String> permissions = Grants.require(access.role(organisationId), role, request.permissions());
        Organisation organisation = repository.lock(organisationId);
        Instant now = clock.instant();
        Optional<OrganisationMember> known = repository.memberByEmail(organisationId, request.userEmail());
        known.ifPresent(member -> requireExpired(member, now));
        requireSeat(organisationId);
        String email = EmailAddress.normalised(request.userEmail());
        OrganisationMember member =
                known.orElseGet(() -> OrganisationMember.invited(Ids.next(), organisationId, email, now));
        String token = vault.newToken();
        member.grant(role, permissions, now);
        member.invite(CurrentUser.id(), Vault.hash(token), now.plus(LIFETIME), now);
        if (known.isEmpty()) {
            repository.add(member);
        }
        audit.record(
                organisationId,
                Deed.MEMBER_INVITED,
                member.id(),
                Map.of("role", role, "permissions", permissions),
                member.email());
        String language = accounts.findByEmail(email)
                .map(Account::language)
                .orElse(RequestContext.currentLanguage().getLanguage());
        mailer.send(new Mail(
                "invitation",
                email,
                language,
                Mailer.link("invitations", token),
                List.of(
                        organisation.name(),
                        nameOf(CurrentUser.id()),
                        Messages.text(Locale.forLanguageTag(language), "role." + role.name()))));
        return member.view(null);
    }

    /** The open invitations to the caller's address; none before it is confirmed, since anybody can claim one. */
    Page<InvitationView> list(PageRequest asked) {
        String email = accounts.find(CurrentUser.person().id())
                .filter(Account::isEmailVerified)
                .map(Account::email)
                .orElse("");
        return repository
                .members()
                .where("e.email = :email", "email", email)
                .where("e.invitationExpiresAt > :now", "now", clock.instant())
                .page(asked)
                .map(this::view);
    }

    /** An open invitation, for who holds its token. */
    InvitationView find(String token) {
        return view(open(token));
    }

    MemberView accept(String token) {
        Caller.User caller = CurrentUser.person();
        repository.lock(organisationOf(token));
        OrganisationMember member = openToCaller(token);
        Account account = accounts.lock(caller.id());
        if (repository.memberByUser(member.organisationId(), caller.id()).isPresent()) {
            throw OrganisationProblem.ALREADY_MEMBER.because();
        }
        Instant now = clock.instant();
        member.accept(caller.id(), now);
        // Its token has come by mail to this address, or the address was confirmed before.
        account.verifyEmail(now);
        repository.flush();
        record(member, Deed.INVITATION_ACCEPTED);
        joined.fire(new MemberJoined(member.organisationId(), caller.id(), member.role()));
        signals.send(Memberships.TOPIC, caller.id().toString());
        return member.view(PersonView.of(account));
    }

    void decline(String token) {
        CurrentUser.person();
        repository.lock(organisationOf(token));
        OrganisationMember member = openToCaller(token);
        repository.remove(member);
        record(member, Deed.INVITATION_DECLINED);
    }

    private void record(OrganisationMember member, Deed deed) {
        audit.record(member.organisationId(), deed, member.id(), Map.of("role", member.role()), member.email());
    }

    /** Asked in plain SQL, so that JPA sees the invitation first when it is locked. */
    private UUID organisationOf(String token) {
        return database.first(
                        Sql.of(
                                "select organisation_id from organisation_member where status = 'PENDING'"
                                        + " and (invitation_hash = ? or id::text = ?)",
                                Vault.hash(token),
                                token),
                        row -> row.uuid("organisation_id"))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    private OrganisationMember openToCaller(String token) {
        OrganisationMember member = open(token);
        Account account = accounts.find(CurrentUser.id()).orElseThrow(() -> CommonProblem.UNAUTHENTICATED.because());
        if (!member.email().equals(account.email())) {
            throw OrganisationProblem.INVITATION_FOR_ANOTHER.because();
        }
        return member;
    }

    /** By the token of the mail, or by the id for whom the list shows it. */
    private OrganisationMember open(String token) {
        OrganisationMember member = repository
                .invitation(Vault.hash(token))
                .or(() -> listed(token))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
        if (member.isExpired(clock.instant())) {
            throw OrganisationProblem.INVITATION_EXPIRED.because();
        }
        return member;
    }

    private Optional<OrganisationMember> listed(String id) {
        @Nullable UUID caller = CurrentUser.idOrNull();
        if (caller == null || id.length() != 36) {
            return Optional.empty();
        }
        try {
            Optional<Account> account = accounts.find(caller).filter(Account::isEmailVerified);
            return repository
                    .invitation(UUID.fromString(id))
                    .filter(member -> account.isPresent()
                            && member.email().equals(account.get().email()));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private void requireExpired(OrganisationMember member, Instant now) {
        if (member.isActive()) {
            throw OrganisationProblem.ALREADY_MEMBER.at("user_email", "field.taken");
        }
        if (!member.isExpired(now)) {
            throw OrganisationProblem.ALREADY_INVITED.at("user_email", "field.taken");
        }
    }

    /** An open invitation has its seat, so that who accepts it finds one. The organisation is locked. */
    private void requireSeat(UUID organisation) {
        long taken = quotas.membersOf(organisation);
        if (taken >= Organisation.MAX_MEMBERS) {
            throw OrganisationProblem.LIMIT_MEMBERS.because(Organisation.MAX_MEMBERS);
        }
        quotas.requireRoom(organisation, Limit.MAX_MEMBERS, () -> taken);
    }

    private InvitationView view(OrganisationMember member) {
        UUID inviter = member.invitedBy();
        return member.invitation(
                repository.require(member.organisationId()).name(), inviter == null ? null : nameOf(inviter));
    }

    private String nameOf(UUID account) {
        return accounts.find(account).map(Account::fullName).orElse("");
    }
}

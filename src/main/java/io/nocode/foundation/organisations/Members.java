package io.nocode.foundation.organisations;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Memberships;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Changes;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.PersonView;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of an organisation: seeing and changing them, leaving, and handing over the ownership. */
@ApplicationScoped
@Transactional
public class Members {
    @Inject
    private Access access;

    @Inject
    private OrganisationRepository repository;

    @Inject
    private OrganisationViews views;

    @Inject
    private AccountRepository accounts;

    @Inject
    private AuditLog audit;

    @Inject
    private Mailer mailer;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    public Page<MemberView> list(
            UUID organisation, PageRequest asked, @Nullable Role role, @Nullable MemberStatus status) {
        access.require(Action.MEMBERS_SEE, organisation);
        Page<OrganisationMember> page = repository
                .members()
                .where("e.organisationId = :organisation", "organisation", organisation)
                .where("e.role = :role", "role", role)
                .where("e.status = :status", "status", status)
                .search("e.email")
                .sortBy("email", "e.email")
                .sortBy("joined_at", "e.joinedAt")
                .defaultSort("e.createdAt asc")
                .page(asked);
        Map<UUID, Account> people = accounts.findAll(page.results().stream()
                .map(OrganisationMember::userId)
                .filter(java.util.Objects::nonNull)
                .toList());
        return page.map(member ->
                member.view(member.userId() == null ? null : PersonView.ofNullable(people.get(member.userId()))));
    }

    MemberView find(UUID organisation, UUID id) {
        access.require(Action.MEMBERS_SEE, organisation);
        return view(repository.member(organisation, id));
    }

    MemberView replace(UUID organisation, UUID id, MemberUpdate update) {
        return change(lockToManage(organisation, id), update);
    }

    MemberView merge(UUID organisation, UUID id, JsonNode patch) {
        OrganisationMember member = lockToManage(organisation, id);
        MemberUpdate now = new MemberUpdate(MemberRole.valueOf(member.role().name()), member.permissions());
        return change(member, Body.merged(now, patch, MemberUpdate.class));
    }

    /** Takes somebody's part away, or an open invitation back. */
    void remove(UUID organisation, UUID id) {
        OrganisationMember member = lockToManage(organisation, id);
        repository.remove(member);
        record(member, member.isActive() ? Deed.MEMBER_REMOVED : Deed.INVITATION_WITHDRAWN);
        tell(member);
    }

    /** The caller leaves. */
    void leave(UUID organisation) {
        CurrentUser.person();
        access.require(Action.ORGANISATION_SEE, organisation);
        repository.lock(organisation);
        OrganisationMember member = repository
                .memberByUser(organisation, CurrentUser.id())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
        if (member.isOwner()) {
            throw OrganisationProblem.OWNER_STAYS.because();
        }
        repository.remove(member);
        record(member, Deed.MEMBER_LEFT);
        tell(member);
    }

    /** Gives the organisation to another active member; who had it becomes ADMIN. */
    OrganisationView transfer(UUID organisationId, TransferRequest request) {
        access.require(Action.ORGANISATION_TRANSFER, organisationId);
        CurrentUser.person();
        Organisation organisation = repository.lock(organisationId);
        if (!request.confirmationText().equals("TRANSFER " + organisation.name())) {
            throw CommonProblem.INVALID.at("confirmation_text", "field.transfer", organisation.name());
        }
        OrganisationMember next = activeMember(organisationId, request.newOwnerId());
        OrganisationMember former = repository.owner(organisationId).orElseThrow();
        if (!former.id().equals(next.id())) {
            Instant now = clock.instant();
            former.grant(Role.ADMIN, List.of(), now);
            repository.flush();
            next.grant(Role.OWNER, List.of(), now);
            repository.flush();
            audit.record(
                    organisationId,
                    Deed.ORGANIZATION_TRANSFERRED,
                    organisationId,
                    Map.of("from_user_id", String.valueOf(former.userId()), "to_user_id", request.newOwnerId()));
            tell(former);
            tell(next);
            mail("ownership-given", former, organisation, nameOf(next));
            mail("ownership-received", next, organisation, nameOf(former));
        }
        return views.of(organisation, CurrentUser.id());
    }

    /** Nobody erases the account meanwhile: an organisation would have no owner. */
    private OrganisationMember activeMember(UUID organisation, UUID user) {
        if (!repository.memberByUser(organisation, user).isPresent()
                || !accounts.lock(user).isActive()) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return repository.memberByUser(organisation, user).orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    private String nameOf(OrganisationMember member) {
        return accounts.find(Objects.requireNonNull(member.userId()))
                .map(Account::fullName)
                .orElse("");
    }

    private void mail(String template, OrganisationMember to, Organisation organisation, String other) {
        Account account = accounts.find(Objects.requireNonNull(to.userId())).orElseThrow();
        mailer.send(new Mail(template, account.email(), account.language(), null, List.of(organisation.name(), other)));
    }

    private OrganisationMember lockToManage(UUID organisation, UUID id) {
        access.require(Action.MEMBERS_MANAGE, organisation);
        repository.lock(organisation);
        OrganisationMember member = repository.member(organisation, id);
        Preconditions.check(() -> view(member));
        if (member.isOwner()) {
            throw OrganisationProblem.OWNER_STAYS.because();
        }
        if (!access.role(organisation).atLeast(member.role())) {
            throw CommonProblem.FORBIDDEN.because();
        }
        return member;
    }

    private MemberView change(OrganisationMember member, MemberUpdate update) {
        Role granter = access.role(member.organisationId());
        Role role = update.role().role();
        List<String> permissions = Grants.require(granter, role, update.permissions());
        Map<String, Object> before = Map.of("role", member.role(), "permissions", member.permissions());
        member.grant(role, permissions, clock.instant());
        var changes = Changes.between(before, Map.of("role", role, "permissions", permissions));
        if (!changes.isEmpty()) {
            audit.record(member.organisationId(), Deed.MEMBER_CHANGED, member.id(), changes, member.email());
        }
        tell(member);
        return view(member);
    }

    private void record(OrganisationMember member, Deed deed) {
        audit.record(member.organisationId(), deed, member.id(), Map.of("role", member.role()), member.email());
    }

    private void tell(OrganisationMember member) {
        UUID user = member.userId();
        if (user != null) {
            signals.send(Memberships.TOPIC, user.toString());
        }
    }

    private MemberView view(OrganisationMember member) {
        UUID user = member.userId();
        return member.view(
                user == null ? null : accounts.find(user).map(PersonView::of).orElse(null));
    }
}

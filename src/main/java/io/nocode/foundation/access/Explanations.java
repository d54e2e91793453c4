package io.nocode.foundation.access;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells administrators how a decision falls and why: the very decision that the doors ask for. */
@ApplicationScoped
public class Explanations {
    @Inject
    private Access access;

    @Inject
    private Memberships memberships;

    @Inject
    private Instance<TargetKind> kinds;

    @Inject
    private Instance<Callers> callers;

    private record Found(String kind, Target target) {}

    /**
     * @param resource {@code kind:id}, or an id alone
     * @param user whom the decision is about; the caller where it is left out
     * @throws io.nocode.shared.problem.Problem NOT_FOUND for what is not there and for who has no part in it; FORBIDDEN
     *     for who does not manage its organisation
     */
    Explanation explain(@Nullable String actionName, @Nullable String resource, @Nullable UUID user) {
        Faults faults = new Faults();
        Optional<Action> action = actionName == null ? Optional.empty() : Action.named(actionName);
        if (action.isEmpty()) {
            faults.add(
                    "action",
                    "field.must_be.one_of",
                    Arrays.stream(Action.values()).map(Action::wireName).collect(Collectors.joining(", ")));
        }
        Optional<UUID> id = resource == null ? Optional.empty() : id(resource);
        if (id.isEmpty()) {
            faults.add("resource", "field.resource", kindNames());
        }
        faults.throwIfAny();
        Found found = find(resource == null ? "" : resource, id.orElseThrow());
        access.require(Action.ORGANISATION_MANAGE, Target.organisation(found.target.organisation()));
        UUID asked = user == null ? CurrentUser.idOrNull() : user;
        Decision decision = decide(user, action.orElseThrow(), found.target);
        return new Explanation(
                action.get().wireName(),
                found.kind + ":" + id.get(),
                found.target.organisation(),
                asked,
                decision.isAllowed(),
                decision.rule(),
                decision.role(),
                action.get().least(),
                Messages.text(
                        RequestContext.currentLanguage(),
                        "access." + decision.rule().name(),
                        decision.role().name(),
                        action.get().least().name()));
    }

    /** Of an account without a part here nothing is told, not even whether it exists. */
    private Decision decide(@Nullable UUID user, Action action, Target target) {
        if (user == null || user.equals(CurrentUser.idOrNull())) {
            return access.decide(CurrentUser.get(), action, target);
        }
        Role held = memberships.find(user, target.organisation()).role();
        if (held == Role.CLIENT && !CurrentUser.get().isSuperuser()) {
            return access.decide(new Caller.User(user, "", false, null), action, target);
        }
        return callers.stream()
                .flatMap(each -> each.caller(user).stream())
                .findFirst()
                .map(caller -> access.decide(caller, action, target))
                .orElse(new Decision(Rule.ACCOUNT_CLOSED, false, held));
    }

    private Found find(String resource, UUID id) {
        String wanted = resource.contains(":") ? resource.substring(0, resource.indexOf(':')) : "";
        return kinds.stream()
                .filter(kind -> wanted.isEmpty() || kind.name().equals(wanted))
                .flatMap(kind -> kind.find(id).map(target -> new Found(kind.name(), target)).stream())
                .findFirst()
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    private Optional<UUID> id(String resource) {
        int colon = resource.indexOf(':');
        if (colon >= 0 && kinds.stream().noneMatch(kind -> kind.name().equals(resource.substring(0, colon)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(resource.substring(colon + 1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private String kindNames() {
        return kinds.stream().map(TargetKind::name).sorted().collect(Collectors.joining(", "));
    }
}

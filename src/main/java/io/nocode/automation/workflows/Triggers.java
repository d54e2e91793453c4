package io.nocode.automation.workflows;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The trigger kinds by type. */
@ApplicationScoped
public class Triggers {
    @Inject
    @Any
    private Instance<TriggerKind> beans;

    private final Map<TriggerType, TriggerKind> kinds = new EnumMap<>(TriggerType.class);

    @PostConstruct
    void gather() {
        beans.forEach(kind -> kinds.put(kind.type(), kind));
    }

    public TriggerKind of(TriggerType type) {
        return Objects.requireNonNull(kinds.get(type), type.name());
    }
}

package io.nocode.runtime.apps;

import io.nocode.studio.versions.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes the bundle of an application's version. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Generation {
    @Inject
    private AppRepository repository;

    @Inject
    private Versions versions;

    @Inject
    private Clock clock;

    /** Makes the bundle, or stores why it cannot be made; safe to repeat. */
    public void run(UUID id) {
        App app = repository.lock(id).orElse(null);
        if (app == null) {
            return;
        }
        try {
            app.generated(Bundle.of(versions.find(app.projectId(), app.version())), clock.instant());
        } catch (Bundle.BundleFault fault) {
            app.notGenerated(String.valueOf(fault.getMessage()), clock.instant());
        }
    }

    /** The job could not do its work. */
    void failed(UUID id) {
        repository.lock(id).ifPresent(app -> app.notGenerated("The generation failed.", clock.instant()));
    }

    boolean isOver(UUID id) {
        return repository
                .find(id)
                .map(app -> app.status() != AppStatus.GENERATING)
                .orElse(true);
    }
}

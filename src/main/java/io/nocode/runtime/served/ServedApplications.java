package io.nocode.runtime.served;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.nocode.runtime.served.AppAddresses.Address;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Applications;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the front door of applications: their host names, whom they welcome, how much they take. */
@ApplicationScoped
class ServedApplications implements Applications {
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern PAGE = Pattern.compile("/apps/([a-z0-9-]+)(?:/.*)?");
    private static final Pattern SIGN_IN = Pattern.compile("/api/v1/runtime/apps/" + ID + "/auth/.*");
    private static final Pattern ROWS = Pattern.compile("/api/v1/runtime/projects/" + ID + "/tables/.*");

    private final LoadingCache<Limit, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(limit -> bucket(limit.perMinute()));

    @Inject
    private ServedApps apps;

    @Inject
    private AppAddresses addresses;

    @Inject
    private Traffic traffic;

    @Inject
    private SelfRequest self;

    private record Limit(UUID app, int perMinute) {}

    private record OwnSite(Address address) implements Site {
        @Override
        public String name() {
            return address.key();
        }

        @Override
        public boolean hasApi(String path) {
            return path.startsWith("/api/v1/runtime/apps/" + address.app() + "/auth/")
                    || path.startsWith("/api/v1/runtime/projects/" + address.project() + "/tables/");
        }
    }

    @Override
    public Optional<Site> atHost(String host) {
        return addresses.atHost(host).map(OwnSite::new);
    }

    @Override
    public boolean welcomes(String origin, String path) {
        return concerned(path).stream()
                .map(address -> address.settings().corsOrigins())
                .anyMatch(origins -> origins != null
                        && origins.stream()
                                .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(origin)));
    }

    @Override
    public @Nullable Visit visit(String path, Caller caller) {
        if (self.isOne(RequestContext.get())) {
            return null;
        }
        if (caller instanceof Caller.EndUser user) {
            Address address = addresses.find(user.app()).orElse(null);
            return address == null
                    ? null
                    : visit(user.app(), user.environment(), address.settings().rateLimit());
        }
        Matcher page = PAGE.matcher(path);
        if (page.matches()) {
            return served(page.group(1))
                    .filter(app -> !app.isStopped())
                    .map(app -> visit(
                            app.identity().app(),
                            app.identity().environment(),
                            app.settings().rateLimit()))
                    .orElse(null);
        }
        Matcher signIn = SIGN_IN.matcher(path);
        return signIn.matches()
                ? addresses
                        .find(UUID.fromString(signIn.group(1)))
                        .map(address -> visit(
                                address.app(),
                                address.environment(),
                                address.settings().rateLimit()))
                        .orElse(null)
                : null;
    }

    private Visit visit(UUID app, String environment, @Nullable Integer perMinute) {
        if (perMinute != null) {
            ConsumptionProbe probe = buckets.get(new Limit(app, perMinute)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw CommonProblem.TOO_MANY_REQUESTS
                        .because()
                        .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill())
                                .plusSeconds(1));
            }
        }
        return (status, nanos) -> traffic.answered(app, environment, status, nanos);
    }

    private Collection<Address> concerned(String path) {
        Matcher rows = ROWS.matcher(path);
        if (rows.matches()) {
            return addresses.ofProject(UUID.fromString(rows.group(1)));
        }
        Matcher signIn = SIGN_IN.matcher(path);
        if (signIn.matches()) {
            return addresses.find(UUID.fromString(signIn.group(1))).stream().toList();
        }
        Matcher page = PAGE.matcher(path);
        return page.matches()
                ? served(page.group(1))
                        .flatMap(app -> addresses.find(app.identity().app()))
                        .stream()
                        .toList()
                : List.of();
    }

    /** Without the database there is nobody to count; who serves the page says what is the matter. */
    private Optional<ServedApp> served(String key) {
        try {
            return apps.find(key);
        } catch (DatabaseFault away) {
            return Optional.empty();
        }
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}

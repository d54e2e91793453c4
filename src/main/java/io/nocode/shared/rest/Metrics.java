package io.nocode.shared.rest;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What this node measures of itself, for {@code /metrics}. */
@ApplicationScoped
public class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final Map<String, Timer> requests = new ConcurrentHashMap<>();

    @PostConstruct
    void start() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    @PreDestroy
    void stop() {
        gc.close();
        registry.close();
    }

    /** Where a module adds meters of its own. */
    @Produces
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Counts an answered request of the API. */
    void answered(String method, int status, long nanoseconds) {
        requests.computeIfAbsent(
                        method + " " + status,
                        key -> Timer.builder("nocode.requests")
                                .description("Requests of the API")
                                .tag("method", method)
                                .tag("status", String.valueOf(status))
                                .publishPercentileHistogram()
                                .register(registry))
                .record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    String scrape() {
        return registry.scrape();
    }
}

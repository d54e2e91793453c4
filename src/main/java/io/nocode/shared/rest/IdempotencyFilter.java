package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** {@code Idempotency-Key} on any POST: a request that is sent again is answered again, not done again. */
public class IdempotencyFilter implements Filter {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    private IdempotencyStore store;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        String key = request.getHeader("Idempotency-Key");
        // A webhook's key is its trigger's business: the delivery runs once, the answer may differ.
        if (key == null
                || !request.getMethod().equals("POST")
                || RequestContext.get().path().startsWith("/api/v1/automation/webhooks/")) {
            chain.doFilter(request, response);
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw CommonProblem.INVALID.at("Idempotency-Key", "field.between", 1, 255);
        }
        try (RepeatableRequest repeatable = new RepeatableRequest(request)) {
            once(caller(), key, repeatable, response, chain);
        }
    }

    private void once(
            String caller, String key, RepeatableRequest repeatable, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StoredAnswer before = store.begin(caller, key, repeatable.fingerprint());
        if (before != null) {
            replay(before, response);
            return;
        }
        RecordedResponse recorded = new RecordedResponse(response);
        boolean finished = false;
        try {
            chain.doFilter(repeatable, recorded);
            finished = recorded.getStatus() < 500 && recorded.getStatus() != 429;
        } finally {
            if (finished) {
                store.finish(caller, key, recorded.answer());
            } else {
                store.forget(caller, key);
            }
        }
        recorded.send();
    }

    private static String caller() {
        Caller caller = CurrentUser.get();
        if (caller instanceof Caller.ApiKey apiKey) {
            return "key:" + apiKey.id();
        }
        return caller.userId() == null ? "address:" + RequestContext.get().address() : "user:" + caller.userId();
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setHeader("Idempotency-Replayed", "true");
        answer.write(response);
    }
}

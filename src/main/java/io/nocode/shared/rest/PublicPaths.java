package io.nocode.shared.rest;

import java.util.regex.Pattern;

/**
 * The short list of what needs no token; everything else under {@code /api/} is refused without one before anything
 * else is looked at. Paths come without their trailing slash.
 */
public final class PublicPaths {
    private static final Pattern LIST = Pattern.compile("/api/(schema|docs|docs/.*|redoc|redoc/.*"
            + "|v1/foundation/auth/(register/client|login|refresh|verify|password-reset|password-reset/confirm"
            + "|verify-email|verify-email/resend|\\.well-known/jwks\\.json)"
            + "|v1/foundation/subscription-plans(/compare|/[0-9a-f-]+)?"
            + "|v1/foundation/invitations/[A-Za-z0-9_-]{20,}"
            + "|v1/foundation/payments/webhook/[a-z]+"
            + "|v1/runtime/apps/[0-9a-f-]+/auth/(register|login|refresh|password-reset|password-reset/confirm"
            + "|verify-email|verify-email/resend)"
            + "|v1/automation/webhooks/[A-Za-z0-9_-]+"
            + "|v1/insights/public/[A-Za-z0-9_-]+/track"
            + "|v1/insights/shared/[A-Za-z0-9_-]+"
            + "|v1/dev/mailbox"
            // Rows, schema and OpenAPI of projects: their tables' `public` policies decide.
            + "|v1/runtime/projects/[0-9a-f-]+/(tables/.*|schema|schema/.*|openapi))");

    private PublicPaths() {}

    /** Whether a path below the context path may be asked for without a token. */
    public static boolean contains(String path) {
        return !path.startsWith("/api/") || LIST.matcher(path).matches();
    }
}

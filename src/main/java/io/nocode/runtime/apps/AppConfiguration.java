package io.nocode.runtime.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nocode.shared.problem.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an application behaves and looks.
 *
 * @param corsOrigins whose pages may call it
 * @param rateLimit requests a minute and node
 * @param theme colours and fonts, as the pages understand them
 * @param domains host names under which the application is found, beside its address at the platform
 * @param accounts its end users'
 * @param notFound what the page for wrong addresses says
 * @param maintenance what its address says while it is stopped
 */
public record AppConfiguration(
        @Schema(example = "[\"https://example.org\"]") @Nullable @Size(max = 50)
        List<@NotNull @Pattern(regexp = "https?://[A-Za-z0-9.-]+(:\\d{1,5})?") String> corsOrigins,

        @Nullable @Min(1) @Max(1_000_000) Integer rateLimit,

        @Schema(example = "{\"primary_color\": \"#176b63\"}") @Nullable
        Map<String, Object> theme,

        @Schema(example = "[\"orders.example.org\"]") @Nullable @Size(max = 20)
        List<@NotNull @Size(max = 253) @Pattern(regexp = DOMAIN) String> domains,

        @Nullable @Valid Accounts accounts,
        @Nullable @Valid Notice notFound,
        @Nullable @Valid Notice maintenance) {
    /** A name in small letters with a dot in it; no address is one, since the last part begins with a letter. */
    static final String DOMAIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    static final AppConfiguration NONE = new AppConfiguration(null, null, null, null, null, null, null);

    private static final Set<String> RESERVED = Set.of("public", "signed_in");
    private static final String CLIENT = "CLIENT";

    /**
     * Who gets an account, and how.
     *
     * @param registration who makes accounts; only who is invited where absent
     * @param roles what end users can be; CLIENT, VIEWER, MEMBER, ADMIN where absent
     * @param defaultRole what they are unless somebody says otherwise; CLIENT where absent
     * @param passwordMinLength 8 where absent
     */
    public record Accounts(
            @Nullable RegistrationMode registration,

            @Schema(example = "[\"CLIENT\", \"clerk\"]") @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{0,39}") String> roles,

            @Schema(example = "CLIENT") @Nullable String defaultRole,
            @Nullable @Min(8) @Max(64) Integer passwordMinLength) {}

    /** Who makes accounts. */
    public enum RegistrationMode {
        /** Whoever comes. */
        @JsonProperty("open")
        OPEN,
        /** Who manages the application. */
        @JsonProperty("invite")
        INVITE,
        /** Nobody, any more. */
        @JsonProperty("closed")
        CLOSED
    }

    /** A page in the application's own words. */
    public record Notice(
            @Schema(example = "We are back at noon") @Nullable @Size(max = 200)
            String title,

            @Nullable @Size(max = 2_000) String text) {}

    public RegistrationMode registration() {
        return accounts == null || accounts.registration() == null ? RegistrationMode.INVITE : accounts.registration();
    }

    public List<String> roles() {
        return accounts == null || accounts.roles() == null
                ? List.of(CLIENT, "VIEWER", "MEMBER", "ADMIN")
                : accounts.roles();
    }

    public String defaultRole() {
        return accounts == null || accounts.defaultRole() == null ? CLIENT : accounts.defaultRole();
    }

    public int passwordMinLength() {
        return accounts == null || accounts.passwordMinLength() == null ? 8 : accounts.passwordMinLength();
    }

    List<String> ownDomains() {
        return Objects.requireNonNullElse(domains, List.of());
    }

    /**
     * Goes on only where it hangs together.
     *
     * @param platform the platform's own host name
     * @throws io.nocode.shared.problem.Problem INVALID
     */
    void require(String platform) {
        Faults faults = new Faults();
        if (!roles().contains(defaultRole())) {
            faults.add("configuration.accounts.default_role", "field.must_be.one_of", String.join(", ", roles()));
        }
        if (roles().stream().anyMatch(RESERVED::contains)) {
            faults.add("configuration.accounts.roles", "field.role_reserved");
        }
        for (int i = 0; i < ownDomains().size(); i++) {
            String domain = ownDomains().get(i);
            if (domain.equals(platform) || domain.equals("localhost") || domain.endsWith(".localhost")) {
                faults.add("configuration.domains[" + i + "]", "field.domain.platform");
            } else if (ownDomains().indexOf(domain) < i) {
                faults.add("configuration.domains[" + i + "]", "field.taken");
            }
        }
        faults.throwIfAny();
    }
}

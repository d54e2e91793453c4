package io.nocode.runtime.endusers;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account at an application, in one of its environments. */
@Entity
@Table(name = "app_user")
public class EndUser {
    @Id
    private UUID id;

    @Column(name = "app_id")
    private UUID appId;

    private Stage environment;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private String name;

    private String role;

    private String language;

    @Column(name = "is_active")
    private boolean active;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "last_login")
    private @Nullable Instant lastLogin;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected EndUser() {}

    /**
     * @param passwordHash empty for who is invited and has none yet
     */
    EndUser(
            AppDoor.Open open,
            String email,
            String passwordHash,
            String name,
            String role,
            String language,
            Instant now) {
        this.id = Ids.next();
        this.appId = open.app().id();
        this.environment = open.environment();
        this.email = email;
        this.passwordHash = passwordHash;
        this.name = name;
        this.role = role;
        this.language = language;
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void describe(EndUserUpdate update, Instant now) {
        name = update.name() == null ? "" : update.name().strip();
        role = update.role();
        active = !Boolean.FALSE.equals(update.isActive());
        updatedAt = now;
    }

    void changePassword(String hash, Instant now) {
        passwordHash = hash;
        updatedAt = now;
    }

    void verifyEmail(Instant now) {
        emailVerified = true;
        updatedAt = now;
    }

    void signedIn(Instant now) {
        lastLogin = now;
    }

    UUID id() {
        return id;
    }

    UUID appId() {
        return appId;
    }

    Stage environment() {
        return environment;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    String role() {
        return role;
    }

    String language() {
        return language;
    }

    boolean isActive() {
        return active;
    }

    boolean isEmailVerified() {
        return emailVerified;
    }

    EndUserUpdate asUpdate() {
        return new EndUserUpdate(name, role, active);
    }

    EndUserView view() {
        return new EndUserView(
                id,
                appId,
                environment,
                email,
                name,
                role,
                active,
                emailVerified,
                passwordHash.isEmpty(),
                lastLogin,
                createdAt,
                updatedAt);
    }
}

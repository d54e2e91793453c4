package io.nocode.foundation.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in. */
@Entity
@Table(name = "user_account")
public class Account {
    @Id
    private UUID id;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private @Nullable String country;

    @Column(name = "phone_number")
    private @Nullable String phoneNumber;

    private String language;

    private String timezone;

    @Column(name = "is_active")
    private boolean active;

    @Column(name = "is_staff")
    private boolean staff;

    @Column(name = "is_superuser")
    private boolean superuser;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "last_login")
    private @Nullable Instant lastLogin;

    @Column(name = "otp_secret")
    private @Nullable String otpSecret;

    @Column(name = "otp_since")
    private @Nullable Instant otpSince;

    @Column(name = "otp_last_step")
    private @Nullable Long otpLastStep;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Account() {}

    public Account(UUID id, String email, String passwordHash, Profile profile, Instant now) {
        this.id = id;
        this.email = email;
        this.passwordHash = passwordHash;
        this.active = true;
        this.firstName = profile.firstName();
        this.lastName = profile.lastName();
        this.country = profile.country();
        this.phoneNumber = profile.phoneNumber();
        this.language = Objects.requireNonNullElse(profile.language(), "en");
        this.timezone = Objects.requireNonNullElse(profile.timezone(), "UTC");
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what the person says of themselves. */
    void describe(Profile profile, Instant now) {
        firstName = profile.firstName();
        lastName = profile.lastName();
        country = profile.country();
        phoneNumber = profile.phoneNumber();
        language = Objects.requireNonNullElse(profile.language(), "en");
        timezone = Objects.requireNonNullElse(profile.timezone(), "UTC");
        updatedAt = now;
    }

    public void changePassword(String hash, Instant now) {
        passwordHash = hash;
        updatedAt = now;
    }

    public void verifyEmail(Instant now) {
        emailVerified = true;
        updatedAt = now;
    }

    public void signedIn(Instant now) {
        lastLogin = now;
    }

    public void grantAdministration(boolean staffToo, boolean administrator, Instant now) {
        staff = staffToo;
        superuser = administrator;
        updatedAt = now;
    }

    /** Begins to set an authenticator up: signing in does not need it yet. */
    public void prepareSecondFactor(String sealedSecret) {
        otpSecret = sealedSecret;
        otpLastStep = null;
    }

    /** From now on signing in needs the authenticator. */
    public void enableSecondFactor(Instant now) {
        otpSince = now;
        updatedAt = now;
    }

    public void dropSecondFactor(Instant now) {
        otpSince = null;
        otpSecret = null;
        otpLastStep = null;
        updatedAt = now;
    }

    /** The code of this time step was taken. */
    public void otpUsed(long step) {
        otpLastStep = step;
    }

    void activate(boolean isActive, Instant now) {
        active = isActive;
        updatedAt = now;
    }

    /** Takes away whatever tells who this was; the id stays, for what refers to it. */
    void erase(Instant now) {
        email = "erased-" + id + "@erased.invalid";
        passwordHash = "";
        otpSince = null;
        otpSecret = null;
        otpLastStep = null;
        firstName = "";
        lastName = "";
        country = null;
        phoneNumber = null;
        language = "en";
        timezone = "UTC";
        superuser = false;
        staff = false;
        emailVerified = false;
        active = false;
        erasedAt = now;
        updatedAt = now;
    }

    Profile profile() {
        return new Profile(firstName, lastName, country, phoneNumber, language, timezone);
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public String firstName() {
        return firstName;
    }

    public String fullName() {
        return (firstName + " " + lastName).strip();
    }

    public String language() {
        return language;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isSuperuser() {
        return superuser;
    }

    public boolean isTwoFactorEnabled() {
        return otpSince != null;
    }

    /** The sealed secret of the authenticator that is at work, or being set up. */
    public @Nullable String otpSecret() {
        return otpSecret;
    }

    /** The newest time step whose code was taken. */
    public long otpLastStep() {
        return Objects.requireNonNullElse(otpLastStep, Long.MIN_VALUE);
    }

    boolean isErased() {
        return erasedAt != null;
    }

    public boolean isEmailVerified() {
        return emailVerified;
    }

    /** The account as its owner and administrators see it. */
    public UserView view() {
        return new UserView(
                id,
                email,
                firstName,
                lastName,
                fullName(),
                country,
                phoneNumber,
                language,
                timezone,
                active,
                staff,
                superuser,
                emailVerified,
                isTwoFactorEnabled(),
                createdAt,
                lastLogin,
                createdAt,
                updatedAt);
    }
}

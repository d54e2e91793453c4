package io.nocode.foundation.organisations;

/** Whether an organisation is at work. */
public enum OrganisationStatus {
    ACTIVE,
    SUSPENDED
}

package io.nocode.foundation.organisations;

/** What an organisation is. */
public enum OrganisationType {
    COMPANY,
    STARTUP,
    AGENCY,
    FREELANCE,
    NON_PROFIT
}

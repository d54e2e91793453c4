package io.nocode.foundation.organisations;

import java.util.UUID;

/**
 * An organisation is about to be deleted, in this transaction. The modules above remove what they keep for it, or throw
 * a problem to prevent it.
 *
 * @param force whether the caller said that what is deployed may go with it
 */
public record OrganisationDeleting(UUID organisationId, boolean force) {}

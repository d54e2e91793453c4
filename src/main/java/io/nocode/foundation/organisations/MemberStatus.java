package io.nocode.foundation.organisations;

/** Whether a member has accepted the invitation. */
public enum MemberStatus {
    PENDING,
    ACTIVE
}

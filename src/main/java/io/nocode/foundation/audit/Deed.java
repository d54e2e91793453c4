package io.nocode.foundation.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What the audit log tells of. The name on the wire is the kind of resource, a dot, and what was done to it. */
public enum Deed {
    ORGANIZATION_CREATED("organization.created"),
    ORGANIZATION_CHANGED("organization.changed"),
    ORGANIZATION_TRANSFERRED("organization.transferred"),
    ORGANIZATION_DELETED("organization.deleted"),

    MEMBER_INVITED("member.invited"),
    INVITATION_ACCEPTED("invitation.accepted"),
    INVITATION_DECLINED("invitation.declined"),
    INVITATION_WITHDRAWN("invitation.withdrawn"),
    MEMBER_CHANGED("member.changed"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_LEFT("member.left"),

    API_KEY_CREATED("api_key.created"),
    API_KEY_DELETED("api_key.deleted"),

    USER_DEACTIVATED("user.deactivated"),
    USER_REACTIVATED("user.reactivated"),
    USER_ERASED("user.erased"),
    USER_TWO_FACTOR_ENABLED("user.two_factor_enabled"),
    USER_TWO_FACTOR_DISABLED("user.two_factor_disabled"),

    SUBSCRIPTION_CREATED("subscription.created"),
    SUBSCRIPTION_CHANGED("subscription.changed"),
    SUBSCRIPTION_CANCELED("subscription.canceled"),
    SUBSCRIPTION_RESUMED("subscription.resumed"),
    SUBSCRIPTION_EXPIRED("subscription.expired"),

    PAYMENT_METHOD_ADDED("payment_method.added"),
    PAYMENT_METHOD_CHANGED("payment_method.changed"),
    PAYMENT_METHOD_REMOVED("payment_method.removed"),

    INVOICE_PAID("invoice.paid"),
    INVOICE_VOIDED("invoice.voided"),

    PROJECT_CREATED("project.created"),
    PROJECT_PUBLISHED("project.published"),
    PROJECT_UNPUBLISHED("project.unpublished"),
    PROJECT_DELETED("project.deleted"),
    POLICIES_CHANGED("policies.changed"),

    APP_CREATED("app.created"),
    APP_DEPLOYED("app.deployed"),
    APP_ROLLED_BACK("app.rolled_back"),
    APP_STARTED("app.started"),
    APP_STOPPED("app.stopped"),
    APP_DELETED("app.deleted"),
    APP_USER_INVITED("app_user.invited"),
    APP_USER_CHANGED("app_user.changed"),
    APP_USER_DELETED("app_user.deleted"),

    BACKUP_REQUESTED("backup.requested"),
    BACKUP_DOWNLOADED("backup.downloaded"),
    BACKUP_RESTORED("backup.restored"),
    BACKUP_DELETED("backup.deleted"),
    ROWS_COPIED("rows.copied"),

    WORKFLOW_ACTIVATED("workflow.activated"),
    WORKFLOW_DEACTIVATED("workflow.deactivated"),
    WORKFLOW_DELETED("workflow.deleted"),

    EXPORT_REQUESTED("export.requested");

    private final String wireName;

    Deed(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The kind of what it was done to. */
    String resourceType() {
        return wireName.substring(0, wireName.indexOf('.'));
    }

    static Deed named(String wireName) {
        return Arrays.stream(values())
                .filter(deed -> deed.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}

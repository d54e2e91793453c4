package io.nocode.foundation.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a check of an audit log found.
 *
 * @param count how many entries there are
 * @param head the hash of the last one; 64 zeros for none. Noted elsewhere with the count, it shows later whether the
 *     log has been rewritten
 * @param erased entries whose personal data were erased with an account
 * @param faults the first hundred
 */
@Schema(name = "AuditVerification")
public record AuditVerification(boolean valid, long count, String head, long erased, List<AuditFault> faults) {}

package io.nocode.foundation.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks along a chain from its first link, and notes what is wrong with it. */
final class ChainCheck {
    /** What the first entry carries as the hash of the one before. */
    static final String BEGINNING = "0".repeat(64);

    private static final int MOST_FAULTS = 100;

    private final List<AuditFault> faults = new ArrayList<>();
    private final @Nullable Witness witness;
    private boolean witnessed;
    private long count;
    private long erased;
    private long place;
    private String end = BEGINNING;

    /**
     * How a chain was seen to end.
     *
     * @param count its length then
     */
    record Witness(long count, String hash) {}

    /**
     * A check.
     *
     * @param witness how the chain ended when somebody looked; null for nobody
     */
    ChainCheck(@Nullable Witness witness) {
        this.witness = witness;
        this.witnessed =
                witness == null || (witness.count() == 0 && witness.hash().equals(BEGINNING));
    }

    /** The next link, by place. */
    void next(Link link) {
        count++;
        erased += link.isErased() ? 1 : 0;
        Long at = link.sequence();
        if (at == null || link.hash() == null) {
            fault(null, AuditFault.Kind.NOT_IN_CHAIN);
            return;
        }
        for (long gap = place + 1; gap < at && faults.size() < MOST_FAULTS; gap++) {
            fault(gap, AuditFault.Kind.MISSING);
        }
        if (at == place + 1 && !end.equals(link.previousHash())) {
            fault(at, AuditFault.Kind.NOT_LINKED);
        }
        if (!link.isGenuine()) {
            fault(at, AuditFault.Kind.CHANGED);
        }
        if (!link.isPersonalGenuine()) {
            fault(at, AuditFault.Kind.PERSONAL_DATA_CHANGED);
        }
        if (witness != null && witness.count() == at && witness.hash().equals(link.hash())) {
            witnessed = true;
        }
        place = at;
        end = link.hash();
    }

    /** The place of the last link seen. */
    long place() {
        return place;
    }

    /**
     * The verdict, once every link was seen.
     *
     * @param head how the chain should end
     */
    AuditVerification end(Witness head) {
        if (head.count() != place || !head.hash().equals(end)) {
            fault(head.count(), AuditFault.Kind.END_MOVED);
        }
        if (witness != null && !witnessed) {
            fault(witness.count(), AuditFault.Kind.REWRITTEN);
        }
        return new AuditVerification(faults.isEmpty(), count, end, erased, List.copyOf(faults));
    }

    private void fault(@Nullable Long sequence, AuditFault.Kind kind) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new AuditFault(sequence, kind));
        }
    }
}

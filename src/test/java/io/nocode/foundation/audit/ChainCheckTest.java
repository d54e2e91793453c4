package io.nocode.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.foundation.audit.AuditFault.Kind;
import io.nocode.foundation.audit.ChainCheck.Witness;
import io.nocode.shared.id.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log: whatever is done to a chain shows. */
class ChainCheckTest {
    private final List<Link> chain = chain(5);

    @Test
    void anUntouchedChainIsValid() {
        AuditVerification verdict = verdict(chain, null);

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.count()).isEqualTo(5);
        assertThat(verdict.head()).isEqualTo(chain.get(4).hash());
    }

    @Test
    void anEmptyChainIsValid() {
        assertThat(verdict(List.of(), null).valid()).isTrue();
        assertThat(verdict(List.of(), null).head()).isEqualTo("0".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void aChangedEntryIsFound(int place) {
        Link link = chain.get(place - 1);
        List<String> forged = new ArrayList<>(link.hashed());
        forged.set(5, "member.left");
        chain.set(place - 1, with(link, link.hash(), forged));

        assertThat(faults(null)).containsExactly(new AuditFault((long) place, Kind.CHANGED));
    }

    @Test
    void anEntryThatWasChangedWithItsHashNoLongerLinksToTheNext() {
        Link link = chain.get(2);
        List<String> forged = new ArrayList<>(link.hashed());
        forged.set(5, "member.left");
        chain.set(2, with(link, hash(forged), forged));

        assertThat(faults(null)).containsExactly(new AuditFault(4L, Kind.NOT_LINKED));
    }

    @Test
    void missingEntriesAreFound() {
        chain.remove(1);
        chain.remove(1);

        assertThat(faults(null)).containsExactly(new AuditFault(2L, Kind.MISSING), new AuditFault(3L, Kind.MISSING));
    }

    @Test
    void aChainThatWasCutOffAtItsEndIsFound() {
        Witness head = end(chain);
        chain.remove(4);

        assertThat(verdict(chain, head, null).faults()).containsExactly(new AuditFault(5L, Kind.END_MOVED));
    }

    @Test
    void anEntryThatNeverWasInTheChainIsFound() {
        chain.add(0, new Link(Ids.next(), null, null, null, null, List.of(), null));

        assertThat(faults(null)).containsExactly(new AuditFault(null, Kind.NOT_IN_CHAIN));
    }

    @Test
    void aChainThatWasRewrittenWholeIsFoundByWhoHasNotedItsEnd() {
        Witness noted = new Witness(3, chain.get(2).hash());
        List<Link> other = chain(7);

        assertThat(verdict(chain, noted).valid()).isTrue();
        assertThat(verdict(other, null).valid()).isTrue();
        assertThat(verdict(other, noted).faults()).containsExactly(new AuditFault(3L, Kind.REWRITTEN));
    }

    @Test
    void changedPersonalDataAreFoundAndErasedOnesAreCounted() {
        Link link = chain.get(0);
        chain.set(
                0,
                new Link(
                        link.id(),
                        link.sequence(),
                        link.previousHash(),
                        link.hash(),
                        link.personalHash(),
                        link.hashed(),
                        List.of("salt", "10.0.0.1")));
        Link second = chain.get(1);
        chain.set(
                1,
                new Link(
                        second.id(),
                        second.sequence(),
                        second.previousHash(),
                        second.hash(),
                        second.personalHash(),
                        second.hashed(),
                        null));

        assertThat(faults(null)).containsExactly(new AuditFault(1L, Kind.PERSONAL_DATA_CHANGED));
        assertThat(verdict(chain, null).erased()).isEqualTo(1);
    }

    @Test
    void noTwoListsOfTextsMakeTheSameText() {
        assertThat(Netstrings.of(Arrays.asList("a,", null, "é"))).isEqualTo("2:a,,-,2:é,");
        assertThat(Netstrings.of(List.of("1:a,", ""))).isNotEqualTo(Netstrings.of(List.of("1:a", ",")));
        assertThat(Netstrings.of(Collections.singletonList(null))).isNotEqualTo(Netstrings.of(List.of("-")));
    }

    private List<AuditFault> faults(Witness witness) {
        return verdict(chain, witness).faults();
    }

    private static AuditVerification verdict(List<Link> links, Witness witness) {
        return verdict(links, end(links), witness);
    }

    private static AuditVerification verdict(List<Link> links, Witness head, Witness witness) {
        ChainCheck check = new ChainCheck(witness);
        links.forEach(check::next);
        return check.end(head);
    }

    private static Witness end(List<Link> links) {
        if (links.isEmpty()) {
            return new Witness(0, ChainCheck.BEGINNING);
        }
        Link last = links.get(links.size() - 1);
        return new Witness(last.sequence(), last.hash());
    }

    private static List<Link> chain(int length) {
        UUID organisation = Ids.next();
        List<Link> links = new ArrayList<>();
        String before = ChainCheck.BEGINNING;
        for (long place = 1; place <= length; place++) {
            UUID id = Ids.next();
            List<String> personal = Arrays.asList("salt " + place, "192.0.2.1", null, null);
            String personalHash = Netstrings.hash(personal);
            List<String> hashed = Arrays.asList(
                    before,
                    organisation.toString(),
                    String.valueOf(place),
                    id.toString(),
                    "2026-01-31T12:00:00.000000Z",
                    "member.invited",
                    personalHash);
            Link link = new Link(id, place, before, hash(hashed), personalHash, hashed, personal);
            links.add(link);
            before = link.hash();
        }
        return links;
    }

    private static Link with(Link link, String hash, List<String> hashed) {
        return new Link(
                link.id(), link.sequence(), link.previousHash(), hash, link.personalHash(), hashed, link.personal());
    }

    private static String hash(List<String> hashed) {
        List<String> fields = new ArrayList<>();
        fields.add("nocode-audit-1");
        fields.addAll(hashed);
        return Netstrings.hash(fields);
    }
}

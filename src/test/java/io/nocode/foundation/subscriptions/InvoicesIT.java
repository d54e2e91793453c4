package io.nocode.foundation.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices: who sees them, who says that they are paid, and their documents. */
class InvoicesIT {
    private final Billed billed = new Billed();
    private final String invoice = invoice();
    private final String path = "foundation/invoices/" + invoice + "/";

    @Test
    void anInvoiceIsPaidOnceHoweverManySayIt() {
        Client superuser = Client.superuser();
        List<Answer> answers = AtOnce.run(20, i -> superuser.post(path + "mark-paid/"));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.refused(409, "INVOICE_NOT_OPEN"));
        Answer paid = billed.owner.get(path).expect(200);
        assertThat(paid.at("status").asText()).isEqualTo("PAID");
        assertThat(paid.at("paid_at").isNull()).isFalse();
        superuser.post(path + "void/").refused(409, "INVOICE_NOT_OPEN");
    }

    @Test
    void aVoidInvoiceKeepsItsNumber() {
        Answer taken = Client.superuser().post(path + "void/").expect(200);
        assertThat(taken.at("status").asText()).isEqualTo("VOID");
        billed.upgrade("Enterprise").expect(200);
        assertThat(billed.invoices().json().findValuesAsText("number"))
                .extracting(number -> number.substring(number.length() - 4))
                .containsExactly("0001", "0002");
    }

    @Test
    void onlySuperusersSayThatAnInvoiceIsPaid() {
        Client admin = People.newMember(billed.owner, billed.organization, "ADMIN");
        Client member = People.newMember(billed.owner, billed.organization, "MEMBER");
        Client stranger = People.newUser();
        admin.get(path).expect(200);
        for (String each : List.of("mark-paid/", "void/")) {
            billed.owner.post(path + each).refused(403, "FORBIDDEN");
            admin.post(path + each).refused(403, "FORBIDDEN");
            member.post(path + each).refused(403, "FORBIDDEN");
            stranger.post(path + each).refused(403, "FORBIDDEN");
            Client.anonymous().post(path + each).refused(401, "UNAUTHENTICATED");
        }
        member.get(path).refused(403, "FORBIDDEN");
        member.get(path + "pdf/").refused(403, "FORBIDDEN");
        stranger.get(path).refused(404, "NOT_FOUND");
        stranger.get(path + "pdf/").refused(404, "NOT_FOUND");
        billed.owner.get("foundation/invoices/" + Ids.next() + "/pdf/").refused(404, "NOT_FOUND");
        String theirs = "foundation/invoices/?organization_id=" + billed.organization;
        assertThat(stranger.get(theirs).expect(200).at("count").asInt()).isZero();
        assertThat(member.get(theirs).expect(200).at("count").asInt()).isZero();
        assertThat(stranger.get("foundation/invoices/?organization_id=" + Ids.next())
                        .text())
                .isEqualTo(stranger.get(theirs).text());
        assertThat(billed.owner.get(path).at("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void invoicesAreFilteredAndSorted() {
        assertThat(billed.owner
                        .get("foundation/invoices/?status=OPEN")
                        .at("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(billed.owner
                        .get("foundation/invoices/?status=PAID")
                        .at("count")
                        .asInt())
                .isZero();
        assertThat(billed.owner
                        .get("foundation/invoices/?subscription_id=" + billed.subscription)
                        .at("count")
                        .asInt())
                .isEqualTo(1);
        billed.owner
                .get("foundation/invoices/?status=open")
                .refused(400, "INVALID")
                .blaming("status");
        billed.owner
                .get("foundation/invoices/?organization_id=x")
                .refused(400, "INVALID")
                .blaming("organization_id");
    }

    @Test
    void itsLinesAreInTheLanguageOfWhoReadsThem() {
        JsonNode english = billed.owner.get(path).at("lines/0/description");
        JsonNode french = billed.owner.with("Accept-Language", "fr").get(path).at("lines/0/description");
        assertThat(english.asText()).isEqualTo("Business, remaining time");
        assertThat(french.asText()).isEqualTo("Business, temps restant");
    }

    @Test
    void itsDocumentIsAPdf() {
        Answer english = billed.owner.get(path + "pdf/").expect(200);
        assertThat(english.header("Content-Type")).startsWith("application/pdf");
        assertThat(english.header("Content-Disposition"))
                .matches("attachment; filename=\"INV-[0-9A-F]{8}-0001\\.pdf\"");
        assertThat(english.text()).startsWith("%PDF-").contains("%%EOF");
        assertThat(billed.owner
                        .with("Accept-Language", "fr")
                        .get(path + "pdf/")
                        .expect(200)
                        .text())
                .startsWith("%PDF-");
    }

    private String invoice() {
        return billed.upgrade("Business").expect(200).at("latest_invoice_id").asText();
    }
}

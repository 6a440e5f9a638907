package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.viewer.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Securities of bids from the announcement to the opening, and annual ones: what is refused, and what nobody learns. */
class MoneyIT extends MoneyHub {

    /** What anybody might ask to find a security; {deposit} and {bid} are ids that nobody should know. */
    private static final List<String> WAYS = List.of(
            "{ deposits { totalCount edges { node { id depositNo } } } }",
            "{ bids { totalCount } }",
            "{ node(id: \"{deposit}\") { id } }",
            "{ node(id: \"{bid}\") { id } }",
            "{ history(id: \"{deposit}\") { command } }",
            "{ lots(orderBy: [{ bidSectionCode: ASC }]) { edges { node { id bidSectionCode bids { totalCount } } } } }",
            "{ bankAccounts { totalCount edges { node { id deposits { totalCount } } } } }",
            "{ annualDeposits { edges { node { id bids { totalCount } } } } }",
            "{ forfeitures { totalCount } }",
            "{ lots { edges { node { id tender { name } } } } }",
            "{ depositsToRefund { deposit { id } } }");

    @Test
    void aSecurityIsAnnouncedAndComesInAndNobodyLearnsOfItBeforeTheOpening() throws Exception {
        String bid = bid("open");
        JsonNode due = done(
                "supplier",
                "payDeposit",
                DEPOSIT,
                "bid",
                bid,
                "form",
                "TRANSFER",
                "amount",
                "20000.00",
                "account",
                "1002");
        String number = due.at("/deposit/depositNo").asString();
        assertThat(due.at("/deposit/status/code").asString()).isEqualTo("DUE");
        assertThat(number).matches("BZJ-[A-Z2-7]{12}");
        assertThat(count("(:Deposit {depositNo: '" + number + "'})-[:PAID_FROM]->()"))
                .isZero();

        JsonNode receipt =
                done("bank", "confirmDeposit", DEPOSIT, "depositNo", number, "amount", "20000.00", "payer", "别的单位");
        assertThat(receipt.at("/deposit").isNull()).isTrue();
        JsonNode mine = read(
                "supplier",
                "{ deposits { totalCount edges { node { depositNo late payerDiffers status { code } } } } }");
        assertThat(mine.toString()).contains(number, "\"late\":false", "\"payerDiffers\":true", "RECEIVED");
        assertThat(refused("bank", "confirmDeposit", "depositNo", number, "amount", "20000.00", "payer", "x甲"))
                .containsExactly("ALREADY_DONE depositNo");
        assertThat(read("bank", "{ depositPayments { depositNo } }").toString()).doesNotContain(number);

        write("MATCH (lot:Lot {bidSectionCode: 'open'}) SET lot.bidDeadline = $now - duration({seconds: 1})");
        done("trading-centre", "openBids", "lot { id }", "lot", id("lot", "open"));
        String seen = read("trading-centre", "{ deposits { edges { node { depositNo } } } }")
                .toString();
        assertThat(seen).contains(number);
        List<String> told = read("supervisor", "{ auditEvents(first: 50) { edges { node { command } } } }")
                .at("/auditEvents/edges")
                .valueStream()
                .map(edge -> edge.at("/node/command").asString())
                .toList();
        assertThat(told).containsOnlyOnce("submitBid", "payDeposit", "confirmDeposit");
    }

    @Test
    void theAnswersAreTheSameWithAndWithoutSecuritiesInside() throws Exception {
        write("MATCH (d:Deposit) SET d.status = 'REFUNDED'");
        Map<String, String> before = answers("dpt_" + "a".repeat(26), "bid_" + "a".repeat(26));
        String audit = "{ auditEvents(first: 100) { totalCount edges { node { number hash } } } }";
        String told = read("supervisor", audit).toString();
        String bid = bid("open");
        String number = paid(bid);
        confirmed(number);
        assertThat(refused(
                        "supplier",
                        "payDeposit",
                        "bid",
                        bid,
                        "form",
                        "TRANSFER",
                        "amount",
                        "20000.00",
                        "account",
                        "1001"))
                .containsExactly("DEPOSIT_EXISTS bid");
        // Neither what was done nor what was refused is told, and the events' numbers have no gap.
        assertThat(read("supervisor", audit).toString()).isEqualTo(told).contains("hash");
        String deposit = String.valueOf(one("MATCH (d:Deposit {depositNo: '" + number + "'}) RETURN d.id"));
        answers(deposit, bid)
                .forEach((way, answer) -> assertThat(
                                answer.replace(deposit, "dpt_" + "a".repeat(26)).replace(bid, "bid_" + "a".repeat(26)))
                        .as(way)
                        .isEqualTo(before.get(way)));
    }

    private Map<String, String> answers(String deposit, String bid) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String role : Stream.concat(
                        Stream.of("public"), Arrays.stream(Role.values()).map(Role::slug))
                .filter(role -> !role.equals("supplier"))
                .toList()) {
            for (String way : WAYS) {
                String document = way.replace("{deposit}", deposit).replace("{bid}", bid);
                String answer = asked(role, document).toString();
                assertThat(answer).doesNotContain("BAD_QUERY");
                answers.put(role + " " + way, answer);
            }
        }
        for (String viewer : List.of("supervisor", "case-officer")) {
            answers.put(
                    viewer + " proposes",
                    command(
                                    viewer,
                                    "proposeForfeiture",
                                    "clientMutationId",
                                    Map.of(
                                            "clientMutationId",
                                                    "0f8b2c62-4a8e-4f1b-8a57-3f1d5f0e2c3" + viewer.length() % 10,
                                            "deposit", deposit,
                                            "amount", "1.00",
                                            "basis", "REG_ART74",
                                            "decisionNo", "决1"))
                            .path("refusals")
                            .toString());
        }
        answers.put(
                "centre refunds",
                command("trading-centre", "refundDeposit", "clientMutationId", "deposit", deposit)
                        .path("refusals")
                        .toString());
        return answers;
    }

    @Test
    void whatIsWrongWithASecurityIsSaidByFieldAndArticle() throws Exception {
        String bid = bid("mand");
        assertThat(refused("supplier", "payDeposit", "bid", bid, "form", "CASH", "amount", "1.00"))
                .contains("BAD_CODE form", "DEPOSIT_TOO_LOW amount");
        assertThat(refused("supplier", "payDeposit", "bid", bid, "form", "CHEQUE", "amount", "20000.00"))
                .containsExactly("REQUIRED_MISSING account");
        JsonNode plain = command(
                "supplier",
                "payDeposit",
                DEPOSIT,
                "bid",
                bid,
                "form",
                "TRANSFER",
                "amount",
                "20000.00",
                "account",
                "1002");
        assertThat(codes(plain)).containsExactly("ACCOUNT_NOT_BASIC account");
        assertThat(plain.at("/refusals/0/message").asString()).contains("第二十六条");
        String others = command(
                        "supplier",
                        "payDeposit",
                        DEPOSIT,
                        "bid",
                        bid,
                        "form",
                        "TRANSFER",
                        "amount",
                        "20000.00",
                        "account",
                        "1003")
                .path("refusals")
                .toString();
        String nobodys = command(
                        "supplier",
                        "payDeposit",
                        DEPOSIT,
                        "bid",
                        bid,
                        "form",
                        "TRANSFER",
                        "amount",
                        "20000.00",
                        "account",
                        "9999")
                .path("refusals")
                .toString();
        assertThat(others).contains("ACCOUNT_NOT_YOURS").isEqualTo(nobodys);
        assertThat(refused("supplier", "payDeposit", "bid", bid, "form", "E_GUARANTEE", "amount", "20000.00"))
                .containsExactly("BAD_VALUE guaranteeNo", "BAD_VALUE issuer");
        String free = bid("free");
        assertThat(refused(
                        "supplier", "payDeposit", "bid", free, "form", "TRANSFER", "amount", "1.00", "account", "1001"))
                .containsExactly("NO_DEPOSIT_ASKED bid");
        assertThat(refused("supplier", "payDeposit", "bid", id("bid", "signb"), "form", "TRANSFER", "amount", "1.00"))
                .containsExactly("NOT_FOUND bid");
        done(
                "supplier",
                "payDeposit",
                DEPOSIT,
                "bid",
                bid,
                "form",
                "E_GUARANTEE",
                "amount",
                "20000.00",
                "account",
                "1001",
                "guaranteeNo",
                "BH-1",
                "issuer",
                "甲保险公司");
        assertThat(count("(:Deposit {guaranteeNo: 'BH-1'})-[:PREMIUM_PAID_FROM]->(:BankAccount {id: 'acc_basic'})"))
                .isOne();
        write("MATCH (lot:Lot {bidSectionCode: 'mand'}) SET lot.bidDeadline = $now - duration({seconds: 1})");
        assertThat(refused(
                        "supplier",
                        "payDeposit",
                        "bid",
                        bid,
                        "form",
                        "TRANSFER",
                        "amount",
                        "20000.00",
                        "account",
                        "1001"))
                .contains("BID_AFTER_DEADLINE lot");
    }

    @Test
    void aBankAnswersForTheMoneyThatItHoldsOnly() throws Exception {
        String number = paid(bid("open"));
        assertThat(refused("bank", "confirmDeposit", "depositNo", "BZJ-NONE", "amount", "20000.00", "payer", "本单位"))
                .containsExactly("NOT_FOUND depositNo");
        assertThat(refused("bank", "confirmDeposit", "depositNo", number, "amount", "19999.99", "payer", "本单位"))
                .containsExactly("AMOUNT_DIFFERS amount");
        assertThat(refused("bank", "confirmDeposit", "depositNo", number, "amount", "20000.00"))
                .containsExactly("BAD_VALUE payer");
        assertThat(refused(
                        "bank",
                        "confirmDeposit",
                        "depositNo",
                        number,
                        "amount",
                        "20000.00",
                        "payer",
                        "本单位",
                        "receivedAt",
                        now().plusHours(1).toOffsetDateTime().toString()))
                .containsExactly("IN_FUTURE receivedAt");
        write("MATCH (lot:Lot {bidSectionCode: 'open'}) SET lot.bidDeadline = $now - duration({hours: 1})");
        confirmed(number);
        assertThat(read(
                                "supplier",
                                "{ deposits(filter: { depositNo: { eq: \"" + number
                                        + "\" } }) { edges { node { late payerDiffers } } } }")
                        .toString())
                .contains("\"late\":true", "\"payerDiffers\":false");
        write("MATCH (d:Deposit {depositNo: '" + number + "'}) SET d.heldBy = 'bnk_another'");
        assertThat(refused("bank", "confirmRefund", "depositNo", number)).containsExactly("NOT_FOUND depositNo");
    }
}

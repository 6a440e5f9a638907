package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OcdsTenderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode release(String currency) {
        JsonNode lot = JSON.readTree("""
                {"id": "lot_1", "bidSectionCode": "S-1", "round": 1, "currency": %s,
                 "bids": [{"id": "bid_1"}, {"id": "bid_2", "price": "5.00"}],
                 "awards": [{"id": "awd_1", "contract": {"id": "ctr_1"}}]}""".formatted(currency));
        return new OcdsTender("ocds-x", JSON.readTree("{\"id\": \"tnd_1\"}"), List.of(lot)).release(Instant.EPOCH);
    }

    @Test
    void onlyALotSaysItsCurrencyWithoutAnAmount() {
        JsonNode release = release("{\"code\": \"USD\"}");
        assertThat(release.at("/tender/lots/0/value")).isEqualTo(JSON.readTree("{\"currency\": \"USD\"}"));
        assertThat(release.at("/bids/details/0").has("value")).isFalse();
        assertThat(release.at("/bids/details/1/value/currency").asString()).isEqualTo("USD");
        assertThat(release.at("/awards/0").has("value")).isFalse();
        assertThat(release.at("/contracts/0").has("value")).isFalse();
    }

    @Test
    void aLotOfTheUsualCurrencySaysNothingWithoutAnAmount() {
        JsonNode release = release("null");
        assertThat(release.at("/tender/lots/0").has("value")).isFalse();
        assertThat(release.at("/bids/details/1/value/currency").asString()).isEqualTo("CNY");
    }
}

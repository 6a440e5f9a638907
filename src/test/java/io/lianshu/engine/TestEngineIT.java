package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestEngineIT {

    @Test
    void wipingLeavesNoNode() {
        TestEngine.driver().executableQuery("CREATE (:Left)-[:TO]->(:Right)").execute();
        assertThat(count()).isEqualTo(2);
        TestEngine.wipe();
        assertThat(count()).isZero();
    }

    private static int count() {
        return TestEngine.driver()
                .executableQuery("MATCH (n:Left|Right) RETURN count(n) AS n")
                .execute()
                .records()
                .get(0)
                .get("n")
                .asInt();
    }
}

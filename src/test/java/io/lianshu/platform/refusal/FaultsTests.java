package io.lianshu.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.execution.AbortExecutionException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FaultsTests {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("GRAPH_UNAVAILABLE", new ServiceUnavailableException("x")),
                Arguments.of("GRAPH_UNAVAILABLE", new SessionExpiredException("x")),
                Arguments.of(
                        "GRAPH_UNAVAILABLE",
                        new TransientException("Neo.TransientError.General.DatabaseUnavailable", "x")),
                Arguments.of(
                        "GRAPH_BUSY",
                        new ClientException(
                                "Unable to acquire connection from the pool within configured maximum time")),
                Arguments.of("QUERY_TIMEOUT", new TimeoutException("x")),
                Arguments.of(
                        "QUERY_TIMEOUT",
                        new ClientException("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "x")),
                Arguments.of(
                        "QUERY_TOO_LARGE",
                        new TransientException("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "x")),
                Arguments.of("INTERNAL_ERROR", new ClientException("Neo.ClientError.Statement.SyntaxError", "x")),
                Arguments.of("INTERNAL_ERROR", new StackOverflowError()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultHasAStableCodeHoweverItIsWrapped(String code, Throwable fault) {
        assertThat(code(fault)).isEqualTo(code);
        assertThat(code(new CompletionException(new IllegalStateException(fault))))
                .isEqualTo(code);
    }

    @Test
    void causesThatGoInACircleEnd() {
        IllegalStateException first = new IllegalStateException("a");
        first.initCause(new IllegalStateException("b", first));
        assertThat(code(first)).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void aClientThatHasGoneIsNoFault(CapturedOutput output) {
        code(new CompletionException(new AbortExecutionException("Execution has been asked to be cancelled")));
        assertThat(output).doesNotContain("Request");
        code(new IllegalStateException("a fault of our own"));
        assertThat(output).contains("Request", "a fault of our own");
    }

    private static Object code(Throwable fault) {
        return Faults.error(fault, RequestId.random(), Locale.CHINESE)
                .getExtensions()
                .get("code");
    }
}

package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.graph.ExternalServer;
import io.lianshu.platform.graph.GraphServer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class EngineStartIT {

    @TempDir
    Path data;

    @Test
    void anEngineWhoseProgramFailsToStartEndsWithIt() {
        long before = children();
        assertThatThrownBy(() -> start(Broken.class, "--lianshu.engine.class-archive=false"))
                .rootCause()
                .hasMessage("broken on purpose");
        assertThat(children()).isEqualTo(before);
        DataDirectory.claim(data, "lianshu serve").orElseThrow().close();
    }

    @Test
    void aRefusalLeavesTheDirectoryFree() {
        assertThatThrownBy(() -> start(Empty.class, "--lianshu.engine.home=/nowhere"))
                .satisfies(DataDirectoryTests.refusal("ENGINE_MISSING", "lianshu.engine.home", "/nowhere"));
        DataDirectory.claim(data, "lianshu serve").orElseThrow().close();
    }

    @Test
    void dataInUseIsRefused() {
        try (var held = DataDirectory.claim(data, "lianshu serve").orElseThrow()) {
            assertThatThrownBy(() -> start(Empty.class))
                    .satisfies(DataDirectoryTests.refusal(
                            "DATA_IN_USE", "lianshu.data", held.root().toString()));
        }
    }

    @Test
    void anExternalServerIsTakenFromTheSettingsAndNothingIsStarted() {
        long before = children();
        try (var context = program(Empty.class)
                .run("--lianshu.neo4j.uri=bolt://elsewhere:7687", "--lianshu.data=" + data.resolve("other"))) {
            assertThat(context.getBean(GraphServer.class)).isInstanceOf(ExternalServer.class);
            assertThat(context.getBean(GraphServer.class).address()).isEqualTo("bolt://elsewhere:7687");
        }
        assertThat(data.resolve("other")).doesNotExist();
        assertThat(children()).isEqualTo(before);
    }

    private void start(Class<?> application, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--lianshu.data=" + data;
        program(application).run(all).close();
    }

    private static SpringApplication program(Class<?> application) {
        SpringApplication program = new SpringApplication(application);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.addInitializers(new EngineStart());
        return program;
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        String broken() {
            throw new IllegalStateException("broken on purpose");
        }
    }
}

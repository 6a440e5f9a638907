package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgencySettings.class)
class AgencyConfiguration {

    @Bean
    ServiceGraph serviceCommands(CodeLists codes) {
        return new ServiceGraph(codes);
    }

    @Bean
    VisitGraph visitCommands(CodeLists codes, AgencySettings settings) {
        return new VisitGraph(codes, settings);
    }

    @Bean
    DifficultyGraph difficultyCommands(CodeLists codes) {
        return new DifficultyGraph(codes);
    }

    @Bean
    AssistanceGraph assistanceCommands(CodeLists codes) {
        return new AssistanceGraph(codes);
    }

    @Bean
    MeetingGraph meetingCommands(CodeLists codes) {
        return new MeetingGraph(codes);
    }

    @Bean
    MeetingCorrectionGraph meetingCorrections(CodeLists codes) {
        return new MeetingCorrectionGraph(codes);
    }

    @Bean
    SupervisionGraph supervisionCommands(CodeLists codes) {
        return new SupervisionGraph(codes);
    }

    @Bean
    WeekSweep weekSweep(ObligationGraph graph, AgencySettings settings) {
        return new WeekSweep(graph, settings);
    }

    @Bean
    DayParameters dayParameters(CodeLists codes) {
        return new DayParameters(codes);
    }

    @Bean
    WeekArguments meetingAgendaWeek() {
        return new WeekArguments("meetingAgenda");
    }

    @Bean
    AgendaArguments meetingAgendaKind(CodeLists codes) {
        return new AgendaArguments(codes);
    }

    @Bean
    WeekArguments supervisionListArguments() {
        return new WeekArguments("supervisionList");
    }
}

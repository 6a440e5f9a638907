package io.lianshu.platform.command;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.identifier.ClientUuid;
import io.lianshu.platform.map.CommandField;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.refusal.ReadableText;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The mutations of editable types: who may, then the command, then the payload read back as the viewer. */
final class CommandFields implements RuntimeWiringConfigurer {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_REASON = 500;

    private final GraphMap map;
    private final Commands commands;
    private final PayloadReads reads;
    private final Clock clock;

    CommandFields(GraphMap map, Commands commands, PayloadReads reads, Clock clock) {
        this.map = map;
        this.commands = commands;
        this.reads = reads;
        this.clock = clock;
    }

    /** What a payload's own fields are read from. */
    private record Answer(
            @Nullable String subject, List<Map<String, @Nullable Object>> refusals, String clientMutationId) {}

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        map.commands()
                .forEach(command -> wiring.type(
                        "Mutation",
                        root -> root.dataFetcher(command.name(), environment -> command(command, environment))));
        map.commands().stream()
                .map(CommandField::subject)
                .distinct()
                .forEach(type -> wiring.type(
                        Edits.payload(type),
                        payload -> payload.dataFetcher(Edits.payloadField(type), field -> subject(type, field))));
    }

    private CompletableFuture<Answer> command(CommandField command, DataFetchingEnvironment environment) {
        Viewer viewer = environment.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC);
        String mutation = command.name();
        NodeType type = command.subject();
        Map<String, @Nullable Object> input = Objects.requireNonNull(environment.getArgument("input"));
        CommandCall call = new CommandCall(mutation, input, viewer, ZonedDateTime.now(clock.withZone(SHANGHAI)));
        if (!viewer.hasAnyOf(command.by())) {
            return notAllowed(call);
        }
        reads.check(environment, Edits.payload(type), Map.of(Edits.payloadField(type), type.name()));
        Refusal refusal = unfit(call);
        return (refusal == null ? commands.run(call) : commands.refuse(call, refusal))
                .thenApply(outcome -> answer(call, outcome));
    }

    private CompletableFuture<Answer> notAllowed(CommandCall call) {
        String mutation = call.mutation();
        Refusal refusal = new Refusal(
                "NOT_ALLOWED",
                Refusal.Kind.FORBIDDEN,
                mutation,
                mutation + "：您的角色不能执行此操作，请用有权限的账号",
                mutation + ": your role may not do this; use an account whose role may");
        // Nobody's attempts are told, or anybody could make the chain grow.
        return call.viewer().roles().isEmpty()
                ? CompletableFuture.failedFuture(refusal)
                : commands.refuse(call, refusal).thenCompose(told -> CompletableFuture.failedFuture(refusal));
    }

    /** What is wrong with the parts that every input has. */
    private static @Nullable Refusal unfit(CommandCall call) {
        if (!ClientUuid.isWellFormed(call.clientMutationId())) {
            return Refusal.badInput(
                    "BAD_CLIENT_MUTATION_ID",
                    Edits.CLIENT_MUTATION_ID,
                    "clientMutationId 应为客户端生成的 UUID",
                    "clientMutationId must be a UUID made by the client");
        }
        String reason = call.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            return Refusal.badInput(
                    "TEXT_TOO_LONG",
                    Edits.REASON,
                    "reason 最多 " + LONGEST_REASON + " 个字符",
                    "reason must have at most " + LONGEST_REASON + " characters");
        }
        return ReadableText.refusal(call.input());
    }

    private static Answer answer(CommandCall call, CommandOutcome outcome) {
        boolean english = call.viewer().speaksEnglish();
        List<Map<String, @Nullable Object>> refusals = outcome.refusals().stream()
                .map(refusal -> refusal.typed(english))
                .toList();
        return new Answer(outcome.subject(), refusals, call.clientMutationId());
    }

    private @Nullable CompletableFuture<Object> subject(NodeType type, DataFetchingEnvironment field) {
        String id = ((Answer) Objects.requireNonNull(field.getSource())).subject();
        return id == null ? null : reads.read(field, type.name(), id);
    }
}

package io.lianshu.platform.map;

import static io.lianshu.platform.map.Sdl.argument;
import static io.lianshu.platform.map.Sdl.field;
import static io.lianshu.platform.map.Sdl.inputType;
import static io.lianshu.platform.map.Sdl.list;
import static io.lianshu.platform.map.Sdl.named;
import static io.lianshu.platform.map.Sdl.required;
import static io.lianshu.platform.map.Sdl.type;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.SDLDefinition;
import graphql.language.Type;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The mutations of types that people enter and correct by hand, with their inputs, and the payloads of all commands. */
final class EditDerivation {

    private final TypeDefinitionRegistry sdl;
    private final GraphMap map;

    EditDerivation(TypeDefinitionRegistry sdl, GraphMap map) {
        this.sdl = sdl;
        this.map = map;
    }

    /** None when no type is editable. */
    List<SDLDefinition<?>> definitions() {
        List<SDLDefinition<?>> result = new ArrayList<>();
        List<FieldDefinition> mutations = new ArrayList<>();
        map.nodeTypes().filter(type -> type.editing() != null).forEach(type -> {
            result.add(createInput(type));
            result.add(correctInput(type));
            mutations.add(mutation(
                    type, Edits.create(type), "Enters a " + type.name() + "; refused when it is there already (新增)."));
            mutations.add(mutation(
                    type,
                    Edits.correct(type),
                    "Corrects a " + type.name() + ": what the input leaves out stays, null takes a value away (更正)."));
            if (Edits.mutations(type).contains(Edits.merge(type))) {
                result.add(mergeInput(type));
                result.add(unmergeInput(type));
                mutations.add(mutation(
                        type,
                        Edits.merge(type),
                        "Makes one " + type.name() + " of two that are one: the first stays, gets what it lacks and the"
                                + " relations of the other, and stands for it from then on, in files too (合并)."));
                mutations.add(mutation(
                        type,
                        Edits.unmerge(type),
                        "Takes a merge back: the duplicate has again what it had; what came in since stays with the"
                                + " other (撤销合并)."));
            }
        });
        map.commands().stream().map(CommandField::subject).distinct().forEach(type -> result.add(payload(type)));
        if (!mutations.isEmpty()) {
            result.add(inputType(
                    "GeoPointInput",
                    "A place on earth in WGS 84 (坐标).",
                    List.of(
                            argument("latitude", required(named("Float")), "Degrees north, -90 to 90 (纬度)."),
                            argument("longitude", required(named("Float")), "Degrees east, -180 to 180 (经度)."))));
            result.add(type("Mutation", "Everything that can be changed (变更).", mutations));
        }
        return result;
    }

    private static FieldDefinition mutation(NodeType type, String name, String description) {
        return field(
                name,
                named(Edits.payload(type)),
                description + " By: " + by(type) + ".",
                List.of(argument("input", required(named(Edits.input(name))), "What to write (输入).")));
    }

    private static String by(NodeType type) {
        Editing editing = type.editing();
        return editing == null
                ? ""
                : editing.by().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    private SDLDefinition<?> createInput(NodeType type) {
        List<InputValueDefinition> fields = new ArrayList<>(List.of(key()));
        Edits.fields(type, map).forEach(field -> fields.add(value(type, field, field.required())));
        return inputType(Edits.input(Edits.create(type)), "A new " + type.name() + " (新增输入).", fields);
    }

    private SDLDefinition<?> correctInput(NodeType type) {
        List<InputValueDefinition> fields = new ArrayList<>(List.of(
                key(),
                argument(Edits.ID, required(named("ID")), "What to correct (编号)."),
                version(Edits.VERSION),
                reason(named("String"))));
        Edits.fields(type, map).forEach(field -> fields.add(value(type, field, false)));
        return inputType(Edits.input(Edits.correct(type)), "A correction of a " + type.name() + " (更正输入).", fields);
    }

    private static SDLDefinition<?> mergeInput(NodeType type) {
        return inputType(
                Edits.input(Edits.merge(type)),
                "Two nodes that are one " + type.name() + " (合并输入).",
                List.of(
                        key(),
                        argument(Edits.ID, required(named("ID")), "The one that stays (保留的编号)."),
                        version(Edits.VERSION),
                        argument(Edits.DUPLICATE, required(named("ID")), "The one that is the same (重复的编号)."),
                        version(Edits.DUPLICATE_VERSION),
                        reason(required(named("String")))));
    }

    private static SDLDefinition<?> unmergeInput(NodeType type) {
        return inputType(
                Edits.input(Edits.unmerge(type)),
                "A merge of a " + type.name() + " to be taken back (撤销合并输入).",
                List.of(
                        key(),
                        argument(Edits.ID, required(named("ID")), "The one that stayed (保留的编号)."),
                        version(Edits.VERSION),
                        argument(
                                Edits.DUPLICATE,
                                required(named("ID")),
                                "The one that was merged into it, as `history` names it (被合并的编号)."),
                        reason(required(named("String")))));
    }

    private static InputValueDefinition version(String name) {
        return argument(
                name,
                required(named("DateTime")),
                "Its `version` as it was read; refused when somebody has written it since (版本).");
    }

    private static InputValueDefinition reason(Type<?> type) {
        return argument(Edits.REASON, type, "Why; kept with the change, at most 500 characters (理由).");
    }

    private static InputValueDefinition key() {
        return argument(
                Edits.CLIENT_MUTATION_ID,
                required(named("ID")),
                "A UUID made by the client for this one act; sent again it gives the same answer (请求标识).");
    }

    private static SDLDefinition<?> payload(NodeType type) {
        return type(
                Edits.payload(type),
                "What came of a command on a " + type.name() + " (结果).",
                List.of(
                        field(
                                Edits.payloadField(type),
                                named(type.name()),
                                "It as it is now, also when a refusal is about its present state (当前内容)."),
                        field(
                                "refusals",
                                required(list(required(named("CommandRefusal")))),
                                "Why nothing was changed; empty when the command was carried out (拒绝原因)."),
                        field(
                                Edits.CLIENT_MUTATION_ID,
                                required(named("ID")),
                                "The client's identifier of the act (请求标识).")));
    }

    /** With the description of the field that it writes. */
    private InputValueDefinition value(NodeType type, MapField field, boolean required) {
        Type<?> given = named(field instanceof PropertyField property ? scalar(property) : "ID");
        String description = Sdl.fieldsOf(sdl, type.name())
                .filter(definition -> definition.getName().equals(field.name()))
                .findFirst()
                .map(definition -> definition.getDescription().getContent())
                .orElseThrow();
        return argument(field.name(), required ? required(given) : given, description);
    }

    private static String scalar(PropertyField property) {
        return switch (property.type()) {
            case "Code" -> "String";
            case "GeoPoint" -> "GeoPointInput";
            default -> property.type();
        };
    }
}

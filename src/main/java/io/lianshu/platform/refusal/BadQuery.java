package io.lianshu.platform.refusal;

import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document that is GraphQL but does not fit the schema; says how and where, in words of ours. */
final class BadQuery extends Refusal {

    private static final Pattern ARGUMENT = Pattern.compile("argument '([_0-9A-Za-z.\\[\\]]{1,80})'");
    private static final Pattern FIELD =
            Pattern.compile("[Ff]ield '([_0-9A-Za-z]{1,80})'(?: in type '([_0-9A-Za-z]{1,80})')?");
    private static final Pattern NAME = Pattern.compile("'([_0-9A-Za-z]{1,80})'");
    private static final Pattern EXPECTED = Pattern.compile("' is not a valid '([_0-9A-Za-z]{1,80})'");
    /** Kinds whose text quotes a name first, never a value, which might be somebody's. */
    private static final Set<String> ABOUT_A_NAME = Set.of(
            "UnknownType",
            "UnknownDirective",
            "MisplacedDirective",
            "UndefinedVariable",
            "UnusedVariable",
            "UndefinedFragment",
            "UnusedFragment");

    private static final Map<String, String[]> WORDS = Map.ofEntries(
            words("FieldUndefined", "类型没有这个字段", "the type has no such field"),
            words("UnknownArgument", "没有这个参数", "there is no such argument"),
            words("MissingFieldArgument", "缺少必填参数", "a required argument is missing"),
            words("NullValueForNonNullArgument", "必填参数为 null", "a required argument is null"),
            words("WrongType", "参数值的类型不符", "an argument's value is not of its type"),
            words("SubselectionRequired", "该字段须选择子字段", "the field needs a selection of its fields"),
            words("SubselectionNotAllowed", "该字段不能选择子字段", "the field has no fields to select"),
            words("UnknownType", "没有这个类型", "there is no such type"),
            words("UnknownDirective", "没有这个指令", "there is no such directive"),
            words("MisplacedDirective", "指令不能用在此处", "the directive may not stand here"),
            words("UndefinedVariable", "变量未声明", "the variable is not declared"),
            words("UnusedVariable", "变量声明后未使用", "the variable is declared and not used"),
            words("VariableTypeMismatch", "变量类型与使用处不符", "the variable's type does not fit where it is used"),
            words("UndefinedFragment", "片段未定义", "the fragment is not defined"),
            words("UnusedFragment", "片段定义后未使用", "the fragment is defined and not used"),
            words("FragmentCycle", "片段循环引用", "the fragment contains itself"),
            words("InvalidFragmentType", "片段类型与此处不符", "the fragment's type can never occur here"),
            words("FieldsConflict", "同名字段含义不同，请使用别名", "fields of one name differ; give them aliases"),
            words("BadValueForDefaultArg", "变量默认值的类型不符", "a variable's default is not of its type"),
            words("LoneAnonymousOperationViolation", "匿名操作只能单独出现", "an operation without name must be the only one"));

    private final Map<String, Object> extensions;

    private BadQuery(String kind, @Nullable String field, String chinese, String english) {
        super("BAD_QUERY", Kind.BAD_REQUEST, field, chinese, english);
        extensions = new HashMap<>(super.extensions());
        extensions.put("validation", kind);
    }

    static BadQuery of(ValidationError error, List<SourceLocation> locations) {
        String kind = String.valueOf(error.getValidationErrorType());
        String[] words = WORDS.getOrDefault(kind, new String[] {"不合规范", "it breaks a rule of GraphQL"});
        String text = String.valueOf(error.getMessage());
        String argument = found(ARGUMENT, text, 1);
        String field = argument == null ? found(FIELD, text, 1) : null;
        String other = ABOUT_A_NAME.contains(kind) ? found(NAME, text, 1) : null;
        String type = field == null ? null : found(FIELD, text, 2);
        String expected = found(EXPECTED, text, 1);
        return new BadQuery(
                kind,
                argument != null ? argument : field != null ? field : other,
                "查询与 schema 不符%s：%s%s%s%s%s"
                        .formatted(
                                place(locations, false),
                                words[0],
                                after("，参数 ", argument),
                                after("，字段 ", type == null ? field : type + "." + field),
                                after("：", other),
                                after("，应为 ", expected)),
                "The document does not fit the schema%s: %s%s%s%s%s"
                        .formatted(
                                place(locations, true),
                                words[1],
                                after("; argument ", argument),
                                after("; field ", type == null ? field : type + "." + field),
                                after(": ", other),
                                after(", must be ", expected)));
    }

    private static String after(String words, @Nullable String name) {
        return name == null ? "" : words + name;
    }

    static String place(List<SourceLocation> locations, boolean inEnglish) {
        if (locations.isEmpty()) {
            return "";
        }
        SourceLocation first = locations.get(0);
        return (inEnglish ? " (line %d, column %d)" : "（第 %d 行第 %d 列）").formatted(first.getLine(), first.getColumn());
    }

    @Override
    public Map<String, Object> extensions() {
        return extensions;
    }

    private static @Nullable String found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group) : null;
    }

    private static Map.Entry<String, String[]> words(String kind, String chinese, String english) {
        return Map.entry(kind, new String[] {chinese, english});
    }
}

package io.lianshu.exchange.mapping;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.identifier.EmailAddress;
import io.lianshu.platform.identifier.IdentifierFault;
import io.lianshu.platform.identifier.IdentityNumber;
import io.lianshu.platform.identifier.UnifiedSocialCreditCode;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.refusal.ReadableText;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.scalar.ScalarForm;
import io.lianshu.platform.secret.Mask;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field may hold: enforces the types, codes and check digits that the graph itself does not. */
final class FieldForm {

    /** What an index of the database holds, less something for a second value beside it. */
    private static final int LONGEST_BYTES = 8_000;

    private static final Set<String> NUMBERS = Set.of("Int", "Long", "Float", "Money");
    private static final Set<String> DATES = Set.of("Date", "DateTime");

    private static final Pattern SHORTENED = Pattern.compile("\\d(\\.\\d+)?[eE]\\+\\d{1,3}");
    private static final Pattern FINGERPRINT = Pattern.compile("设备#[0-9a-f]{4}");

    private final PropertyField field;
    private final ScalarForm scalar;
    private final @Nullable Set<String> allowed;
    private final CodeLists codes;
    private final Layout layout;

    FieldForm(PropertyField field, Vocabulary vocabulary, Layout layout) {
        this.field = field;
        this.scalar = ScalarForm.of(field.type());
        this.allowed = vocabulary.enums().get(field.type());
        this.codes = vocabulary.codes();
        this.layout = layout;
    }

    boolean isNumber() {
        return NUMBERS.contains(field.type());
    }

    boolean isMoney() {
        return field.type().equals("Money");
    }

    boolean isDate() {
        return DATES.contains(field.type());
    }

    boolean isInstant() {
        return field.type().equals("DateTime");
    }

    boolean isPoint() {
        return field.type().equals("GeoPoint");
    }

    /** Texts the field may hold, or null when they are not listed anywhere. */
    @Nullable
    Collection<String> words() {
        return field.codeList() == null ? allowed : codes.codes(field.codeList());
    }

    /** The text as the graph stores it. */
    Object parse(String given) throws BadCell {
        String text = layout.isTemplate() ? plain(given) : given;
        if (isMasked(text)) {
            throw new BadCell(
                    "MASKED_VALUE",
                    "是脱敏后的写法，不是原值",
                    "is how a mask shows the value, not the value itself",
                    new Remedy(
                            "填原值，或留空（空格不改动已有的值）",
                            "give the value itself, or leave the cell empty, which changes nothing"));
        }
        String list = field.codeList();
        if (list != null) {
            return code(list, text);
        }
        if (allowed != null && !allowed.contains(text)) {
            throw unknown(text, allowed);
        }
        String value = identifier(text);
        if (!ReadableText.isReadable(value)) {
            throw new BadCell(
                    "BAD_VALUE",
                    "含有看不见的控制字符或残缺的字符",
                    "has control characters that nobody sees, or half a character",
                    new Remedy("请重新键入", "type it again"));
        }
        // No character takes more than three bytes, so hardly any value has to be encoded to be measured.
        if (value.length() > LONGEST_BYTES / 3 && value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new BadCell(
                    "TEXT_TOO_LONG",
                    "超过 %,d 字节（汉字每个 3 字节）".formatted(LONGEST_BYTES),
                    "has more than %,d bytes; a Chinese character has three".formatted(LONGEST_BYTES),
                    new Remedy("请缩短", "shorten it"));
        }
        try {
            Object graph = scalar.toGraph(scalar.parse(value));
            return graph == null ? value : graph;
        } catch (Refusal e) {
            throw new BadCell(
                    "BAD_VALUE",
                    e.message(false),
                    e.english(),
                    layout.choose(
                            Remedy.CORRECT.with(
                                    "，或在映射中设置 map、format、factor", ", or set map, format or factor in the mapping"),
                            Remedy.CORRECT));
        }
    }

    /** What a spreadsheet made of the value, undone where that can be told and refused where it cannot. */
    private String plain(String text) throws BadCell {
        if (field.type().equals("Boolean")) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "是" -> "true";
                case "false", "否" -> "false";
                default -> text;
            };
        }
        String unguarded = isText() ? FormulaGuard.plain(text) : text;
        if (field.type().equals("String") && SHORTENED.matcher(text).matches()) {
            throw new BadCell(
                    "NUMBER_SHORTENED",
                    "被电子表格改写成了科学计数，原来的数字已丢失",
                    "was rewritten by a spreadsheet into scientific notation, and its digits are lost",
                    new Remedy("把该列设为文本格式，重新填写完整的号码", "format the column as text and write the whole number again"));
        }
        return unguarded;
    }

    /** Whether it holds whatever people write, and so perhaps what a spreadsheet would calculate. */
    boolean isText() {
        return field.type().equals("String") && field.codeList() == null;
    }

    private boolean isMasked(String text) {
        String mask = field.secrecy().mask();
        return mask != null
                && (mask.equals("FINGERPRINT") ? FINGERPRINT.matcher(text).matches() : text.indexOf('*') >= 0);
    }

    private String code(String list, String text) throws BadCell {
        if (!codes.contains(list, text)) {
            String meant = layout.isTemplate() ? codes.labelled(list, text) : null;
            if (meant != null) {
                return meant;
            }
            throw new BadCell(
                    "UNKNOWN_CODE",
                    "代码表 %s 中没有此代码".formatted(list),
                    "the code list %s has no such code".formatted(list),
                    layout.choose(
                                    new Remedy("在映射的 map 中对应到代码表", "map it to a code of the list"),
                                    new Remedy("填代码或其名称", "write a code or its label"))
                            .with(Nearest.chinese(text, codes.codes(list)), Nearest.english(text, codes.codes(list))));
        }
        return text;
    }

    private BadCell unknown(String text, Collection<String> words) {
        return new BadCell(
                "UNKNOWN_CODE",
                "不是允许的值",
                "is not one of the allowed values",
                layout.choose(
                                new Remedy("在映射的 map 中对应到允许的值", "map it to an allowed value"),
                                new Remedy("填允许的值", "write an allowed value"))
                        .with(Nearest.chinese(text, words), Nearest.english(text, words)));
    }

    /** Check digits of the two identifiers that have them, whose letters are taken in either case; the form of an address. */
    private String identifier(String text) throws BadCell {
        if ("EMAIL".equals(field.secrecy().mask()) && !EmailAddress.isValid(text)) {
            throw new BadCell(
                    "BAD_VALUE",
                    "不是电子邮箱地址",
                    "is no e-mail address",
                    new Remedy(
                            "应为 name@office.example 的写法，英文字符，一个地址",
                            "write one address as name@office.example in ASCII"));
        }
        boolean company = field.name().equals("uscc");
        boolean person = "IDENTITY_NUMBER".equals(field.secrecy().mask());
        if (!company && !person) {
            return text;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        IdentifierFault fault = company ? UnifiedSocialCreditCode.fault(upper) : IdentityNumber.fault(upper);
        if (fault != null) {
            String name = company ? "统一社会信用代码" : "身份证号";
            throw new BadCell(
                    "BAD_IDENTIFIER",
                    name + fault.message(false),
                    (company ? "unified social credit code: " : "identity number: ") + fault.message(true),
                    new Remedy(
                            "向来源核实；无此号码时留空，并以其他编号为自然键",
                            "verify it at its source; without such a number leave it empty and key by another identifier"));
        }
        return upper;
    }

    /** The value as a report may show it: personal ones masked. */
    String shown(String text) {
        String mask = field.secrecy().mask();
        if (mask != null) {
            return Mask.valueOf(mask).apply(text);
        }
        return field.secrecy().sealed() ? "*".repeat(Math.min(text.length(), 8)) : text;
    }
}

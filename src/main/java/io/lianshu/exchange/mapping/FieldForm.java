package io.lianshu.exchange.mapping;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.identifier.IdentifierFault;
import io.lianshu.platform.identifier.IdentityNumber;
import io.lianshu.platform.identifier.UnifiedSocialCreditCode;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.scalar.ScalarForm;
import io.lianshu.platform.secret.Mask;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field may hold: enforces the types, codes and check digits that the graph itself does not. */
final class FieldForm {

    private static final Set<String> NUMBERS = Set.of("Int", "Long", "Float", "Money");
    private static final Set<String> DATES = Set.of("Date", "DateTime");

    private final PropertyField field;
    private final ScalarForm scalar;
    private final @Nullable Set<String> allowed;
    private final CodeLists codes;

    FieldForm(PropertyField field, Vocabulary vocabulary) {
        this.field = field;
        this.scalar = ScalarForm.of(field.type());
        this.allowed = vocabulary.enums().get(field.type());
        this.codes = vocabulary.codes();
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
    Object parse(String text) throws BadCell {
        String list = field.codeList();
        if (list != null) {
            return code(list, text);
        }
        if (allowed != null && !allowed.contains(text)) {
            throw unknown(text, allowed);
        }
        String value = identifier(text);
        try {
            Object graph = scalar.toGraph(scalar.parse(value));
            return graph == null ? value : graph;
        } catch (Refusal e) {
            throw new BadCell(
                    "BAD_VALUE",
                    e.message(false),
                    e.english(),
                    "更正单元格，或在映射中设置 map、format、factor",
                    "correct the cell, or set map, format or factor in the mapping");
        }
    }

    private String code(String list, String text) throws BadCell {
        if (!codes.contains(list, text)) {
            throw new BadCell(
                    "UNKNOWN_CODE",
                    "代码表 %s 中没有此代码".formatted(list),
                    "the code list %s has no such code".formatted(list),
                    "在映射的 map 中对应到代码表" + Nearest.chinese(text, codes.codes(list)),
                    "map it to a code of the list" + Nearest.english(text, codes.codes(list)));
        }
        return text;
    }

    private static BadCell unknown(String text, Collection<String> words) {
        return new BadCell(
                "UNKNOWN_CODE",
                "不是允许的值",
                "is not one of the allowed values",
                "在映射的 map 中对应到允许的值" + Nearest.chinese(text, words),
                "map it to an allowed value" + Nearest.english(text, words));
    }

    /** Check digits of the two identifiers that have them; letters are taken in either case. */
    private String identifier(String text) throws BadCell {
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
                    "向来源核实；无此号码时留空，并以其他编号为自然键",
                    "verify it at its source; without such a number leave it empty and key by another identifier");
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

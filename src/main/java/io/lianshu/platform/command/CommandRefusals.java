package io.lianshu.platform.command;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.refusal.Refusal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What speaks against a command, gathered field by field, so that the caller learns all of it at once. */
public final class CommandRefusals {

    private final CommandCall call;
    private final CodeLists codes;
    private final List<Refusal> found = new ArrayList<>();

    public CommandRefusals(CommandCall call, CodeLists codes) {
        this.call = call;
        this.codes = codes;
    }

    public List<Refusal> found() {
        return List.copyOf(found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    public void add(Refusal refusal) {
        found.add(refusal);
    }

    public void add(String code, @Nullable String field, String chinese, String english) {
        found.add(Refusal.badInput(code, field, chinese, english));
    }

    /** The field names nothing that is there. */
    public void unknown(String field) {
        found.add(Refusal.badInput(
                "NOT_FOUND",
                field,
                field + "：没有此编号，或您现在无权查看；请核对编号",
                field + ": there is none with this id, or you may not see it now; check the id"));
    }

    public void notYours(String chinese, String english) {
        found.add(new Refusal("NOT_YOURS", Refusal.Kind.FORBIDDEN, null, chinese, english));
    }

    public void conflict(String code, @Nullable String field, String chinese, String english) {
        found.add(new Refusal(code, Refusal.Kind.CONFLICT, field, chinese, english));
    }

    /** The field is needed here; the texts say why. */
    public void missing(String field, String chinese, String english) {
        found.add(Refusal.badInput("REQUIRED_MISSING", field, field + "：" + chinese, field + ": " + english));
    }

    /** The code that a field of the input names. */
    public String code(String field, String list) {
        String code = call.text(field);
        code(field, list, code);
        return code;
    }

    /** A code that stands somewhere in the input. */
    public void code(String field, String list, String code) {
        if (!codes.contains(list, code)) {
            String known = String.join(", ", codes.codes(list));
            found.add(Refusal.badInput(
                    "BAD_CODE", field, field + "：应为 " + known + " 之一", field + ": must be one of " + known));
        }
    }

    /** A text of the input that must be there. */
    public String needed(String field, int least, int most) {
        String text = call.optionalText(field);
        length(field, text == null ? "" : text, least, most);
        return text == null ? "" : text;
    }

    /** A text that stands somewhere in the input. */
    public void length(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            add(
                    "BAD_VALUE",
                    field,
                    field + "：" + least + " 至 " + most + " 个字符",
                    field + ": " + least + " to " + most + " characters");
        }
    }

    /** A text of the input that may be absent. */
    public @Nullable String optional(String field, int most) {
        String text = call.optionalText(field);
        if (text != null && text.length() > most) {
            add(
                    "TEXT_TOO_LONG",
                    field,
                    field + " 最多 " + most + " 个字符",
                    field + " must have at most " + most + " characters");
        }
        return text;
    }

    public void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            add(
                    "BAD_VALUE",
                    field,
                    field + "：应为 " + least + " 至 " + most,
                    field + ": must be " + least + " to " + most);
        }
    }

    public void atMost(String field, int size, int most) {
        if (size > most) {
            add("TOO_MANY", field, field + "：最多 " + most + " 项", field + ": at most " + most);
        }
    }

    /** A day of the input that is not in the future; today when it is absent. */
    public LocalDate past(String field) {
        LocalDate day = call.day(field);
        if (day != null && day.isAfter(call.today())) {
            future(field, "今天", "today");
        }
        return day == null ? call.today() : day;
    }

    /** A moment of the input that is not in the future; now when it is absent. */
    public ZonedDateTime pastTime(String field) {
        ZonedDateTime at = Optional.ofNullable(call.time(field)).orElse(call.now());
        if (at.isAfter(call.now())) {
            future(field, "现在", "now");
        }
        return at;
    }

    private void future(String field, String chinese, String english) {
        found.add(Refusal.badInput(
                "IN_FUTURE", field, field + "：不能晚于" + chinese, field + ": must not be later than " + english));
    }
}

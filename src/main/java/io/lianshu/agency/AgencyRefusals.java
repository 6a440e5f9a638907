package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks against a command of the room, gathered field by field. */
final class AgencyRefusals {

    private final CommandCall call;
    private final CodeLists codes;
    private final List<Refusal> found = new ArrayList<>();

    AgencyRefusals(CommandCall call, CodeLists codes) {
        this.call = call;
        this.codes = codes;
    }

    List<Refusal> found() {
        return found;
    }

    boolean none() {
        return found.isEmpty();
    }

    void add(String code, @Nullable String field, String chinese, String english) {
        found.add(Refusal.badInput(code, field, chinese, english));
    }

    void unknown(String field) {
        add("NOT_FOUND", field, field + "：没有此编号", field + ": there is none with this id");
    }

    void notYours(String chinese, String english) {
        found.add(new Refusal("NOT_YOURS", Refusal.Kind.FORBIDDEN, null, chinese, english));
    }

    void conflict(String code, @Nullable String field, String chinese, String english) {
        found.add(new Refusal(code, Refusal.Kind.CONFLICT, field, chinese, english));
    }

    /** The code that a field of the input names. */
    String code(String field, String list) {
        String code = call.text(field);
        if (!codes.contains(list, code)) {
            String known = String.join(", ", codes.codes(list));
            add("BAD_CODE", field, field + "：应为 " + known + " 之一", field + ": must be one of " + known);
        }
        return code;
    }

    /** A text of the input that must be there. */
    String needed(String field, int least, int most) {
        String text = call.optionalText(field);
        if (text == null || text.length() < least || text.length() > most) {
            add(
                    "BAD_VALUE",
                    field,
                    field + "：" + least + " 至 " + most + " 个字符",
                    field + ": " + least + " to " + most + " characters");
            return "";
        }
        return text;
    }

    /** A text of the input that may be absent. */
    @Nullable
    String optional(String field, int most) {
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

    void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            add(
                    "BAD_VALUE",
                    field,
                    field + "：应为 " + least + " 至 " + most,
                    field + ": must be " + least + " to " + most);
        }
    }

    void atMost(String field, int size, int most) {
        if (size > most) {
            add("TOO_MANY", field, field + "：最多 " + most + " 项", field + ": at most " + most);
        }
    }

    /** A day of the input that is not in the future; today when it is absent. */
    LocalDate past(String field) {
        LocalDate day = call.day(field);
        if (day != null && day.isAfter(call.today())) {
            add("IN_FUTURE", field, field + "：不能晚于今天", field + ": must not be later than today");
        }
        return day == null ? call.today() : day;
    }

    /** A day by which something is due: a working day of the calendar, from today on. */
    void due(String field, LocalDate day, WorkingCalendar calendar) {
        if (day.isBefore(call.today())) {
            add("IN_PAST", field, field + "：不能早于今天", field + ": must not be earlier than today");
        } else if (!calendar.knows(day)) {
            found.add(WorkingCalendar.unknown(field, day));
        } else if (!calendar.isWorking(day)) {
            add("NOT_WORKING", field, field + "：" + day + " 不是工作日", field + ": " + day + " is no working day");
        }
    }
}

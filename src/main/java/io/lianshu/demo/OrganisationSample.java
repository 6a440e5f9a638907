package io.lianshu.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Regions, departments and the people of the sample district. */
final class OrganisationSample {

    static final String DISTRICT = "339901";
    private static final String DOUBLE_SURNAMES = "闻人东方端木钟离欧阳";
    private static final String SINGLE =
            "鲍柏岑储戴杜范冯葛耿龚管桂韩郝洪胡霍姜柯孔蓝黎林凌柳卢骆梅孟苗倪潘裴祁钱秦邱饶阮邵沈施苏汤陶田汪卫魏吴夏谢熊徐薛严颜杨姚叶易殷尹应余俞袁岳臧翟詹章赵郑钟周朱祝庄卓邹";
    private static final String GIVEN =
            "安柏晨澄初川丹笛帆枫歌谷海涵和荷恒鸿怀嘉健江瑾静珂兰澜朗乐黎霖凌柳茂敏茗宁沛鹏晴清蓉锐若珊绍舒朔思松涛恬庭望薇文曦霞弦晓欣行旭轩雅言彦遥野一怡颖咏幽雨远悦云韵泽湛昭哲真知舟竹卓子";

    /** A person of the sample: what other parts need to point to them. */
    record Human(String idNumber, String name) {}

    /** A department of the sample. */
    record Office(String creditCode, String name) {}

    /** Streams that make people; each has its own numbers, so that none takes another's. */
    private static final List<String> ORIGINS = List.of(
            "organisation", "company", "ties", "results", "counters", "teams", "plots", "evaluations", "agency");

    private final Scope scope;
    private final Draws draws;
    private final Table regions = Table.of("regions", "code", "name", "level", "parent");
    private final Table departments = Table.of(
            "departments",
            "uscc",
            "code",
            "name",
            "shortName",
            "level",
            "industrySupervisor",
            "resident",
            "fullyConcentrated",
            "region",
            "tradingSide");
    private final Table people = Table.of(
            "people",
            "idNumber",
            "identifierScheme",
            "identifierValue",
            "name",
            "kind",
            "phone",
            "email",
            "employeeNo",
            "department",
            "post",
            "from",
            "to");
    private final List<String> towns = new ArrayList<>();
    private final List<Office> offices = new ArrayList<>();
    private final List<Human> officers = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private int serial;
    private int employees;

    OrganisationSample(Scope scope) {
        this.scope = scope;
        this.draws = scope.draws("organisation");
        regions();
        departments();
        for (int i = 0; i < 3 * offices.size(); i++) {
            staff(i);
        }
    }

    List<String> towns() {
        return towns;
    }

    List<Office> offices() {
        return offices;
    }

    /** People of the departments, three to each, in the offices' order. */
    List<Human> officers() {
        return officers;
    }

    /** One more person of a department, behind a counter or out with projects. */
    Human servant(String kind, Office office, String post, String since, Draws stream) {
        Human human = human(stream);
        people.put(
                "idNumber",
                human.idNumber(),
                "name",
                human.name(),
                "kind",
                kind,
                "phone",
                phone(stream),
                "employeeNo",
                "G%04d".formatted(++employees),
                "department",
                office.creditCode(),
                "post",
                post,
                "from",
                since);
        return human;
    }

    /** Gives a person another's name, as happens. */
    void callAlike(String idNumber, String name) {
        for (int row = 0; row < people.rows().size(); row++) {
            if (people.cell(row, "idNumber").equals(idNumber)) {
                people.set(row, "name", name);
            }
        }
    }

    /** One more person, who works for no department. */
    Human outsider(Draws stream) {
        return one("COMPANY_PERSON", stream);
    }

    /** One more person, who judges bids. */
    Human expert(Draws stream) {
        return one("EXPERT", stream);
    }

    private Human one(String kind, Draws stream) {
        Human human = human(stream);
        people.add(human.idNumber(), "", "", human.name(), kind, phone(stream), "", "", "", "", "", "");
        return human;
    }

    List<Table> tables() {
        return List.of(regions, departments, people);
    }

    private void regions() {
        regions.add(DISTRICT, "望潮区", "DISTRICT", "");
        List<String> names = DistrictNames.TOWNS;
        for (int i = 0; i < Math.min(scope.of(6, 12), names.size()); i++) {
            String code = DISTRICT + "%03d".formatted(names.get(i).endsWith("街道") ? i + 1 : 100 + i);
            towns.add(code);
            regions.add(code, names.get(i), "TOWN", DISTRICT);
        }
        List<String> villages = DistrictNames.VILLAGES;
        for (int i = 0; i < Math.min(scope.of(5, 30), villages.size()); i++) {
            String town = towns.get(i < 5 ? Math.min(i + 2, 5) : 2 + i % (towns.size() - 2));
            regions.add(town + "%03d".formatted(200 + i), villages.get(i), "VILLAGE", town);
        }
    }

    private void departments() {
        List<List<String>> names = DistrictNames.OFFICES;
        for (int i = 0; i < Math.min(scope.of(8, 43), names.size()); i++) {
            String name = names.get(i).get(0);
            String creditCode = Identifiers.creditCode("11", DISTRICT, "00" + draws.digits(6));
            offices.add(new Office(creditCode, name));
            boolean town = name.endsWith("人民政府") || name.endsWith("办事处");
            departments.add(
                    creditCode,
                    "WC-%02d".formatted(i + 1),
                    name,
                    names.get(i).get(1),
                    town ? "TOWN" : "DISTRICT",
                    names.get(i).get(2),
                    !town,
                    !town,
                    town ? townOf(name) : DISTRICT,
                    side(name));
        }
    }

    private static String side(String office) {
        if (office.endsWith("公共资源交易管理办公室")) {
            return "ADMINISTRATION";
        }
        return office.endsWith("公共资源交易监督管理中心") ? "SUPERVISION" : "";
    }

    private String townOf(String office) {
        for (int i = 0; i < towns.size(); i++) {
            if (office.startsWith(DistrictNames.TOWNS.get(i))) {
                return towns.get(i);
            }
        }
        throw new IllegalStateException("no town of " + office);
    }

    private void staff(int index) {
        Human human = human(draws);
        officers.add(human);
        String[] posts = {"科长", "审批员", "窗口人员"};
        boolean agent = index < 3;
        employees++;
        people.add(
                human.idNumber(),
                "",
                "",
                human.name(),
                agent ? "AGENT" : "STAFF",
                phone(draws),
                agent ? "g%04d@wangchao.example".formatted(index + 1) : "",
                "G%04d".formatted(index + 1),
                offices.get(index / 3).creditCode(),
                agent ? "项目代办员" : posts[index % 3],
                "20%02d-%02d-01".formatted(draws.between(15, 24), draws.between(1, 12)),
                "");
    }

    private Human human(Draws stream) {
        String number;
        do {
            String birthday =
                    "%d%02d%02d".formatted(stream.between(1968, 1998), stream.between(1, 12), stream.between(1, 28));
            number = scope.grown()
                    ? Identifiers.identityNumber("3399" + origin(stream), birthday, stream.digits(3))
                    : Identifiers.identityNumber(DISTRICT, birthday, "%03d".formatted(++serial));
        } while (!numbers.add(number));
        return new Human(number, name(stream));
    }

    private static String origin(Draws stream) {
        int place = ORIGINS.indexOf(stream.stream());
        if (place < 0) {
            throw new IllegalArgumentException("The stream " + stream.stream() + " has no numbers for people");
        }
        return "%02d".formatted(place + 1);
    }

    private static String name(Draws stream) {
        int place = stream.between(0, DOUBLE_SURNAMES.length() / 2 - 1) * 2;
        String surname = stream.chance(0.06) ? DOUBLE_SURNAMES.substring(place, place + 2) : letter(stream, SINGLE);
        return surname + letter(stream, GIVEN) + (stream.chance(0.8) ? letter(stream, GIVEN) : "");
    }

    private static String letter(Draws stream, String from) {
        int place = stream.between(0, from.length() - 1);
        return from.substring(place, place + 1);
    }

    private String phone(Draws stream) {
        if (!scope.grown()) {
            return "1990000" + stream.digits(4);
        }
        String phone;
        do {
            phone = "1990" + origin(stream).substring(1) + stream.digits(6);
        } while (!numbers.add(phone));
        return phone;
    }
}

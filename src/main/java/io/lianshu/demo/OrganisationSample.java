package io.lianshu.demo;

import java.util.ArrayList;
import java.util.List;

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

    private final Draws draws = new Draws("organisation");
    private final Table regions = Table.of("regions", "code", "name", "level", "parent");
    private final Table departments = Table.of(
            "departments", "uscc", "code", "name", "shortName", "level", "industrySupervisor", "resident", "region");
    private final Table people =
            Table.of("people", "idNumber", "name", "kind", "phone", "employeeNo", "department", "post", "from");
    private final List<String> towns = new ArrayList<>();
    private final List<Office> offices = new ArrayList<>();
    private final List<Human> officers = new ArrayList<>();
    private int serial;

    OrganisationSample() {
        regions();
        departments();
        for (int i = 0; i < 24; i++) {
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
        people.add(human.idNumber(), human.name(), kind, phone(stream), "", "", "", "");
        return human;
    }

    List<Table> tables() {
        return List.of(regions, departments, people);
    }

    private void regions() {
        regions.add(DISTRICT, "望潮区", "DISTRICT", "");
        String[] names = {"观澜街道", "听松街道", "渡口镇", "青麓镇", "石塘镇", "云溪乡"};
        for (int i = 0; i < names.length; i++) {
            String code = DISTRICT + "%03d".formatted(i < 2 ? i + 1 : 100 + i);
            towns.add(code);
            regions.add(code, names[i], "TOWN", DISTRICT);
        }
        String[] villages = {"上渡村", "前浦村", "麓下村", "石井村", "溪口村"};
        for (int i = 0; i < villages.length; i++) {
            String town = towns.get(Math.min(i + 2, 5));
            regions.add(town + "%03d".formatted(200 + i), villages[i], "VILLAGE", town);
        }
    }

    private void departments() {
        String[][] names = {
            {"望潮区行政审批与公共资源交易管理办公室", "区审管办", "false"},
            {"望潮区发展和改革局", "区发改局", "true"},
            {"望潮区自然资源和规划局", "区资规局", "false"},
            {"望潮区住房和城乡建设局", "区住建局", "true"},
            {"望潮区交通运输局", "区交通局", "true"},
            {"望潮区农林水利局", "区农林水利局", "true"},
            {"望潮区生态环境局", "区环境局", "false"},
            {"渡口镇人民政府", "渡口镇政府", "false"},
        };
        for (int i = 0; i < names.length; i++) {
            String creditCode = Identifiers.creditCode("11", DISTRICT, "00" + draws.digits(6));
            offices.add(new Office(creditCode, names[i][0]));
            boolean town = i == names.length - 1;
            departments.add(
                    creditCode,
                    "WC-%02d".formatted(i + 1),
                    names[i][0],
                    names[i][1],
                    town ? "TOWN" : "DISTRICT",
                    names[i][2],
                    !town,
                    town ? towns.get(2) : DISTRICT);
        }
    }

    private void staff(int index) {
        Human human = human(draws);
        officers.add(human);
        String[] posts = {"科长", "审批员", "窗口人员"};
        boolean agent = index < 3;
        people.add(
                human.idNumber(),
                human.name(),
                agent ? "AGENT" : "STAFF",
                phone(draws),
                "G%04d".formatted(index + 1),
                offices.get(index / 3).creditCode(),
                agent ? "项目代办员" : posts[index % 3],
                "20%02d-%02d-01".formatted(draws.between(15, 24), draws.between(1, 12)));
    }

    private Human human(Draws stream) {
        String birthday =
                "%d%02d%02d".formatted(stream.between(1968, 1998), stream.between(1, 12), stream.between(1, 28));
        String number = Identifiers.identityNumber(DISTRICT, birthday, "%03d".formatted(++serial));
        return new Human(number, name(stream));
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

    private static String phone(Draws stream) {
        return "1990000" + stream.digits(4);
    }
}

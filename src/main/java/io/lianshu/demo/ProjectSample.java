package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Projects of the sample, from factories to village roads, at every stage. */
final class ProjectSample {

    /**
     * A project of the district.
     *
     * @param stage 1 to 4
     * @param lag how many days earlier than the others of its stage it began
     */
    record Work(
            String code,
            String name,
            int stage,
            boolean government,
            long investment,
            Firm owner,
            String town,
            LocalDate landOn,
            int lag) {}

    private static final int SAMPLE = 24;
    private static final List<String> PUBLIC_WORKS = List.of(
            "观澜街道中心小学迁建工程",
            "渡口镇污水管网提升工程",
            "青麓河堤岸整治工程",
            "听松路改建工程",
            "石塘镇卫生院扩建工程",
            "云溪乡农村公路提升工程",
            "望潮区图书馆新建工程",
            "上渡村文化礼堂工程",
            "前浦水库除险加固工程",
            "观澜街道老旧小区改造工程",
            "渡口镇农贸市场改建工程",
            "望潮大桥维修加固工程");
    private static final List<String> PRIVATE_WORKS = List.of(
            "年产二十万套精密轴承项目",
            "新型复合材料生产线项目",
            "智能仓储物流中心项目",
            "冷链食品加工项目",
            "汽车零部件技改项目",
            "生物试剂研发楼项目",
            "光学镜片生产基地项目",
            "绿色包装材料项目",
            "工业机器人装配项目",
            "总部办公楼项目",
            "海洋工程装备配套项目",
            "高端紧固件扩建项目");

    private final Scope scope;
    private final Draws draws;
    private final LocalDate asOf;
    private final Set<String> codes = new HashSet<>();
    private final Table projects = Table.of(
            "projects",
            "projectCode",
            "name",
            "funding",
            "filing",
            "general",
            "nature",
            "industry",
            "stage",
            "flowType",
            "status",
            "totalInvestment",
            "landMode",
            "landAcquiredOn",
            "plannedStartOn",
            "actualStartOn",
            "plannedFinishOn",
            "finishedOn",
            "latitude",
            "longitude",
            "region");
    private final Table companies = Table.of("project-companies", "project", "company", "side", "role");
    private final List<Work> works = new ArrayList<>();

    ProjectSample(Scope scope, OrganisationSample organisation, CompanySample companies) {
        this.scope = scope;
        this.draws = scope.draws("project");
        this.asOf = scope.asOf();
        for (int i = 0; i < scope.of(24, 320); i++) {
            works.add(work(i, organisation, companies));
        }
    }

    List<Work> works() {
        return works;
    }

    List<Table> tables() {
        return List.of(projects, companies);
    }

    private Work work(int index, OrganisationSample organisation, CompanySample firms) {
        boolean government = index % 2 == 0;
        String name = name(index / 2, government);
        String code;
        do {
            code = "%02d%02d-%s-%s-01-%s"
                    .formatted(
                            year(index),
                            draws.between(1, 12),
                            OrganisationSample.DISTRICT,
                            government ? "48" : "04",
                            draws.digits(6));
        } while (!codes.add(code));
        int stage = index % SAMPLE < 8 ? 1 + index % 2 : 3 + (index % 5 == 0 ? 1 : 0);
        // Every third work beyond the sample's that is being accepted or built began up to a year earlier.
        int lag = index >= SAMPLE && stage > 2 && index % 3 == 0 ? index * 7 % 360 : 0;
        long investment = government ? draws.between(600, 18_000) * 10_000L : draws.between(3_000, 90_000) * 10_000L;
        int owners = firms.owners().size();
        Firm owner = firms.owners().get(government ? draws.between(0, owners / 10) : 2 + index / 2 % (owners - 2));
        LocalDate planned = asOf.plusDays(draws.between(-200, 120) + (stage < 3 ? 120 : -120) - lag);
        boolean started = stage >= 3 && planned.isBefore(asOf.minusDays(scope.grown() ? 25 : 0));
        LocalDate landOn = scope.workingDay(asOf.minusDays(draws.between(240, 500) + lag));
        @Nullable LocalDate actual = started ? planned.plusDays(draws.between(0, 25)) : null;
        LocalDate finish = planned.plusDays(draws.between(300, 700));
        String latitude = "29.%04d".formatted(draws.between(7_200, 9_800));
        String longitude = "121.%04d".formatted(draws.between(3_000, 6_900));
        String town = draws.one(organisation.towns());
        projects.add(
                code,
                government ? name : owner.name().replace("有限公司", "") + name,
                government ? "GOVERNMENT" : "ENTERPRISE",
                government ? "APPROVAL" : "FILING",
                !government,
                name.contains("扩建") ? "EXPAND" : name.contains("改") ? "REBUILD" : name.contains("迁建") ? "MOVE" : "NEW",
                government ? "N" : "C",
                stage,
                government ? "1" : "6",
                "ACTIVE",
                investment + ".00",
                government ? "ALLOCATION" : "AUCTION",
                landOn,
                planned,
                actual,
                finish,
                stage == 4 ? asOf.minusDays(20) : null,
                latitude,
                longitude,
                town);
        companies.add(code, owner.creditCode(), "OWNER", "OWNER");
        companies.add(code, draws.one(firms.designers()).creditCode(), "PARTICIPANT", "DESIGN");
        return new Work(code, name, stage, government, investment, owner, town, landOn, lag);
    }

    private static String name(int number, boolean government) {
        List<String> first = government ? PUBLIC_WORKS : PRIVATE_WORKS;
        if (number < first.size()) {
            return first.get(number);
        }
        int further = number - first.size();
        return government ? DistrictNames.publicWork(further) : DistrictNames.privateWork(further);
    }

    /** The two digits of the year in which a work got its code; the sample's codes are the same on every day. */
    private int year(int index) {
        return scope.grown() ? (asOf.getYear() - 1 - index / SAMPLE % 2) % 100 : 25;
    }
}

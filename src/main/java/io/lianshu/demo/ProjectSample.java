package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Projects of the sample, from factories to village roads, at every stage. */
final class ProjectSample {

    /** A project of the sample; {@code stage} 1 to 4. */
    record Work(String code, String name, int stage, boolean government, long investment, Firm owner) {}

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

    private final Draws draws = new Draws("project");
    private final LocalDate asOf;
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
            "status",
            "totalInvestment",
            "landMode",
            "landAcquiredOn",
            "plannedStartOn",
            "actualStartOn",
            "plannedFinishOn",
            "latitude",
            "longitude",
            "region");
    private final Table companies = Table.of("project-companies", "project", "company", "side", "role");
    private final List<Work> works = new ArrayList<>();

    ProjectSample(OrganisationSample organisation, CompanySample companies, LocalDate asOf) {
        this.asOf = asOf;
        for (int i = 0; i < 24; i++) {
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
        String name = (government ? PUBLIC_WORKS : PRIVATE_WORKS).get(index / 2);
        String code = "25%02d-%s-%s-01-%s"
                .formatted(
                        draws.between(1, 12), OrganisationSample.DISTRICT, government ? "48" : "04", draws.digits(6));
        int stage = index < 8 ? 1 + index % 2 : 3 + (index % 5 == 0 ? 1 : 0);
        long investment = government ? draws.between(600, 18_000) * 10_000L : draws.between(3_000, 90_000) * 10_000L;
        Firm owner = firms.owners().get(government ? draws.between(0, 1) : 2 + index / 2 % 8);
        LocalDate planned = asOf.plusDays(draws.between(-200, 120) + (stage < 3 ? 120 : -120));
        boolean started = stage >= 3 && planned.isBefore(asOf);
        projects.add(
                code,
                government ? name : owner.name().replace("有限公司", "") + name,
                government ? "GOVERNMENT" : "ENTERPRISE",
                government ? "APPROVAL" : "FILING",
                !government,
                name.contains("扩建") ? "EXPAND" : name.contains("改") ? "REBUILD" : name.contains("迁建") ? "MOVE" : "NEW",
                government ? "N" : "C",
                stage,
                "ACTIVE",
                investment + ".00",
                government ? "ALLOCATION" : "AUCTION",
                asOf.minusDays(draws.between(240, 500)),
                planned,
                started ? planned.plusDays(draws.between(0, 25)) : null,
                planned.plusDays(draws.between(300, 700)),
                "29.%04d".formatted(draws.between(7_200, 9_800)),
                "121.%04d".formatted(draws.between(3_000, 6_900)),
                draws.one(organisation.towns()));
        companies.add(code, owner.creditCode(), "OWNER", "OWNER");
        companies.add(code, draws.one(firms.designers()).creditCode(), "PARTICIPANT", "DESIGN");
        return new Work(code, name, stage, government, investment, owner);
    }
}

package io.lianshu.demo;

import java.util.List;

/** The platforms of both tiers: the district's, and the towns' stations. */
final class StationSample {

    private final Table platforms = Table.of("trading-platforms", "code", "name", "tier", "licensed", "region");

    StationSample(Scope scope, OrganisationSample organisation) {
        platforms.add("JY-01", "望潮区公共资源交易中心", "DISTRICT", true, OrganisationSample.DISTRICT);
        platforms.add("JY-02", "渡口镇公共资源交易站", "TOWN", true, organisation.towns().get(2));
        for (int i = 3; scope.grown() && i < organisation.towns().size(); i++) {
            platforms.add(
                    "JY-%02d".formatted(i),
                    DistrictNames.TOWNS.get(i) + "公共资源交易站",
                    "TOWN",
                    true,
                    organisation.towns().get(i));
        }
    }

    List<Table> tables() {
        return List.of(platforms);
    }
}

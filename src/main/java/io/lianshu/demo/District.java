package io.lianshu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The whole sample district (示例区), ready to be imported in the order of its tables. */
public final class District {

    private District() {}

    /**
     * The tables, each after those that it points to.
     *
     * @param asOf the day on which the district stands still; names, codes and prices do not depend on it, dates do
     */
    public static List<Table> tables(LocalDate asOf) {
        OrganisationSample organisation = new OrganisationSample();
        CompanySample companies = new CompanySample(organisation);
        ProjectSample projects = new ProjectSample(organisation, companies, asOf);
        ApprovalSample approvals = new ApprovalSample(organisation, projects, asOf);
        TradingSample trading = new TradingSample(organisation, companies, projects, asOf);
        List<Table> tables = new ArrayList<>();
        tables.addAll(organisation.tables());
        tables.addAll(companies.tables());
        tables.addAll(projects.tables());
        tables.addAll(approvals.tables());
        tables.addAll(trading.tables());
        return List.copyOf(tables);
    }
}

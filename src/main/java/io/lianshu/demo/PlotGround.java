package io.lianshu.demo;

import io.lianshu.demo.District.Made;

/** What plots are made on: tables to change, lots to be had, and where the truth is told. */
record PlotGround(
        Scope scope,
        OrganisationSample organisation,
        CompanySample companies,
        Made made,
        Scenes scenes,
        Truth truth,
        Draws draws) {

    Table table(String name) {
        return made.table(name);
    }
}

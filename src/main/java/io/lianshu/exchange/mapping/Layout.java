package io.lianshu.exchange.mapping;

/**
 * Who laid the table out: its importer, by a mapping that can be changed, or the hub, by a template of which its user
 * knows the columns alone. What to do about a bad cell differs.
 */
public enum Layout {
    MAPPING,
    TEMPLATE;

    boolean isTemplate() {
        return this == TEMPLATE;
    }

    Remedy choose(Remedy forMapping, Remedy forTemplate) {
        return this == TEMPLATE ? forTemplate : forMapping;
    }
}

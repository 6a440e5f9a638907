package io.lianshu.exchange.mapping;

/** A cell that cannot become its field's value. */
final class BadCell extends Exception {

    private final transient Fault fault;

    BadCell(Fault fault) {
        super(fault.english(), null, false, false);
        this.fault = fault;
    }

    BadCell(String code, String chinese, String english, Remedy remedy) {
        this(new Fault(code, chinese, english, remedy));
    }

    Fault fault() {
        return fault;
    }
}

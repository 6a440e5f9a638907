package io.lianshu.trading;

class LotPhase implements ComputedValue {
    public String field() {
        return "Lot.phase";
    }
}

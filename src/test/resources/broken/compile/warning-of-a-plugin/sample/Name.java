package sample;

class Name {

    boolean same(String one, String other) {
        return one == other;
    }
}

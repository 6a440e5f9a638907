package sample;

class Name {

    int length(String name) {
        return name.length();
    }
}

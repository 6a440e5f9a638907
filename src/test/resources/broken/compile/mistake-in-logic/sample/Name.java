package sample;

class Name {

    int compare(String name) {
        return name.compareTo(name);
    }
}

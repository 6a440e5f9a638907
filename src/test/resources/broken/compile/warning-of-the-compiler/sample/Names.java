package sample;

import java.util.List;

class Names {

    int count(List names) {
        return names.size();
    }
}

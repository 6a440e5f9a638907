package io.lianshu.exchange.mapping;

/** Where something stands in the mapping file. */
public record Place(int line, String path) {

    Place at(String step) {
        return new Place(line, path.isEmpty() ? step : path + "." + step);
    }
}

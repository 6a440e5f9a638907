package io.lianshu.explore;

import io.lianshu.platform.map.GraphMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The arguments of {@code paths}. */
@Component
final class PathsArguments extends ExploreArguments {

    PathsArguments(GraphMap map, RelationTypes relations, Titles titles, ExploreSettings settings) {
        super(map, relations, titles, settings);
    }

    @Override
    public String field() {
        return "paths";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        super.check(arguments);
        inRange(arguments, "maxLength", 1, 6);
        inRange(arguments, "first", 1, 10);
    }
}

package io.lianshu.explore;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.viewer.Viewer;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The arguments of {@code neighbourhood}. */
@Component
final class NeighbourhoodArguments extends ExploreArguments {

    private final int mostEdges;

    NeighbourhoodArguments(GraphMap map, RelationTypes relations, Titles titles, ExploreSettings settings) {
        super(map, relations, titles, settings);
        this.mostEdges = settings.mostEdges();
    }

    @Override
    public String field() {
        return "neighbourhood";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        super.check(arguments);
        inRange(arguments, "depth", 1, 3);
        inRange(arguments, "limit", 1, 300);
    }

    @Override
    public Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer) {
        Map<String, Object> result = super.parameters(arguments, viewer);
        result.put("mostEdges", mostEdges);
        return result;
    }
}

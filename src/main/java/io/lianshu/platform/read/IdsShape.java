package io.lianshu.platform.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Nodes asked for by id: for each type a list of pairs of id and value comes back; the answer has the ids' order.
 *
 * @param parameter name of the parameter with the ids
 * @param shapes of the types' values
 * @param itemsRequired whether the SDL allows no null in the list
 */
record IdsShape(String parameter, List<Shape> shapes, boolean itemsRequired) implements Shape {

    private record Found(Shape shape, Value value) {}

    @Override
    public @Nullable Object complete(Value value, Completion completion) {
        Map<String, Found> byId = new HashMap<>();
        for (int type = 0; type < shapes.size(); type++) {
            for (Value pair : value.get(type).values()) {
                byId.put(pair.get(0).asString(), new Found(shapes.get(type), pair.get(1)));
            }
        }
        List<@Nullable Object> result = new ArrayList<>();
        boolean bubbles = false;
        int index = 0;
        for (Object id : completion.list(parameter)) {
            Found found = byId.get(String.valueOf(id));
            completion.enter(index);
            Object completed = found == null ? null : found.shape().complete(found.value(), completion);
            completion.leave();
            Object settled = completion.settled(completed, itemsRequired, index);
            bubbles |= settled == BUBBLE;
            result.add(settled);
            index++;
        }
        return bubbles ? BUBBLE : result;
    }

    @Override
    public boolean isComputed() {
        return shapes.stream().anyMatch(Shape::isComputed);
    }

    @Override
    public void gather(Value value, Gathering gathering) {
        for (int type = 0; type < shapes.size(); type++) {
            for (Value pair : value.get(type).values()) {
                shapes.get(type).gather(pair.get(1), gathering);
            }
        }
    }
}

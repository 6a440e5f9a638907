package io.lianshu.platform.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A value of one of several types: the place of its type among them, and the value of that type. */
record ChoiceShape(List<Shape> shapes) implements Shape {

    @Override
    public @Nullable Object complete(Value value, Completion completion) {
        return value.isNull() ? null : chosen(value).complete(value.get(1), completion);
    }

    @Override
    public boolean isComputed() {
        return shapes.stream().anyMatch(Shape::isComputed);
    }

    @Override
    public void gather(Value value, Gathering gathering) {
        if (!value.isNull()) {
            chosen(value).gather(value.get(1), gathering);
        }
    }

    private Shape chosen(Value value) {
        return shapes.get(value.get(0).asInt());
    }
}

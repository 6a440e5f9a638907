package io.lianshu.platform.read;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** One column of a row that several fields share. */
record ColumnShape(int column, Shape shape) implements Shape {

    @Override
    public @Nullable Object complete(Value row, Completion completion) {
        return shape.complete(row.get(column), completion);
    }

    @Override
    public boolean isComputed() {
        return shape.isComputed();
    }

    @Override
    public void gather(Value row, Gathering gathering) {
        shape.gather(row.get(column), gathering);
    }
}

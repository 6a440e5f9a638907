package io.lianshu.platform.write;

import org.neo4j.driver.Values;

/** Makes what the graph stores for a place. */
public final class GraphPoint {

    private static final int WGS_84 = 4326;

    private GraphPoint() {}

    /** A point in WGS 84, in degrees. */
    public static Object wgs84(double latitude, double longitude) {
        return Values.point(WGS_84, longitude, latitude).asPoint();
    }
}

package io.lianshu.platform.write;

import org.neo4j.driver.Values;
import org.neo4j.driver.types.Point;

/** Makes what the graph stores for a place. */
public final class GraphPoint {

    private static final int WGS_84 = 4326;

    private GraphPoint() {}

    /** A point in WGS 84, in degrees. */
    public static Object wgs84(double latitude, double longitude) {
        return Values.point(WGS_84, longitude, latitude).asPoint();
    }

    /** A stored place as text: degrees north, then east. */
    public static String shown(Object point) {
        return point instanceof Point place ? place.y() + ", " + place.x() : point.toString();
    }
}

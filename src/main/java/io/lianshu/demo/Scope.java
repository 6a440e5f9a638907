package io.lianshu.demo;

import java.time.LocalDate;

/**
 * What a district is made from.
 *
 * @param scale 0 the small sample of the first start, 1 a district of 902 trades a year, 10 ten of them
 * @param asOf the day on which it stands still
 */
record Scope(double scale, LocalDate asOf, Streams streams) {

    static final long SEED = 20_241_001L;
    static final double MOST = 10;

    /** Where draws come from: each part has a stream of its own, so that a new part never shifts the others. */
    interface Streams {

        Draws of(String name);

        static Streams seeded(long seed) {
            return name -> new Draws(seed, name);
        }
    }

    /** The small sample, whose names, codes, prices and ids are the same on every day. */
    static Scope sample(LocalDate asOf) {
        return new Scope(0, asOf, Streams.seeded(SEED));
    }

    /** A district that ends with the last working day up to {@code until}. */
    static Scope grown(double scale, long seed, LocalDate until) {
        return scale == 0
                ? new Scope(0, until, Streams.seeded(seed))
                : new Scope(scale, WorkingDays.onOrBefore(until), Streams.seeded(seed));
    }

    boolean grown() {
        return scale > 0;
    }

    /** A number between that of the sample and that of the whole district, or beyond. */
    int of(int sample, int whole) {
        return sample + (int) Math.round((whole - sample) * scale);
    }

    /** How often something is planted that the sample does not have: at least once in a grown district. */
    int planted(int whole) {
        return grown() ? Math.max(1, (int) Math.round(whole * scale)) : 0;
    }

    Draws draws(String stream) {
        return streams.of(stream);
    }

    /** The working day on or before a day; the sample's days are taken as they fall. */
    LocalDate workingDay(LocalDate day) {
        return grown() ? WorkingDays.onOrBefore(day) : day;
    }

    /** The working day on or after a day; the sample's days are taken as they fall. */
    LocalDate nextWorkingDay(LocalDate day) {
        return grown() ? WorkingDays.onOrAfter(day) : day;
    }
}

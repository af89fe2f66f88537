package dev.tricolor.dashboard.gc;

/** A garbage collector, with the name and the colour it has everywhere (Okabe-Ito palette). */
public enum Collector {
    SERIAL("serial", "Serial", "#CC79A7"),
    PARALLEL("parallel", "Parallel", "#E69F00"),
    G1("g1", "G1", "#0072B2"),
    ZGC("zgc", "ZGC", "#D55E00"),
    SHENANDOAH("shenandoah", "Shenandoah", "#009E73"),
    SHENANDOAH_GENERATIONAL("shenandoah-generational", "Shenandoah gen.", "#009E73"),
    EPSILON("epsilon", "Epsilon", "#999999"),
    GO("go", "Go", "#56B4E9"),
    UNKNOWN("unknown", "unknown", "#777777");

    private final String id;
    private final String label;
    private final String colour;

    Collector(String id, String label, String colour) {
        this.id = id;
        this.label = label;
        this.colour = colour;
    }

    /** The word on the command line, in JSON and in metrics. */
    public String id() {
        return id;
    }

    /** The name on pages. */
    public String label() {
        return label;
    }

    /** {@code #rrggbb}. */
    public String colour() {
        return colour;
    }

    /** Whether most of a cycle runs beside the application, so that its duration is no pause. */
    public boolean concurrent() {
        return this == ZGC || this == SHENANDOAH || this == SHENANDOAH_GENERATIONAL || this == GO;
    }
}

package dev.tricolor.workloads.engine;

/** A part of a run; the names are those of the progress events. */
public enum Phase {
    FILL("fill"),
    WARM_UP("warm-up"),
    MEASURED("measured");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}

package dev.tricolor.dashboard.model.pacer;

/** A simulated cycle while it marks. */
final class MarkPhase {

    /** Steps into which it is divided, so that the assist ratio can follow. */
    private static final int STEPS = 64;

    final double triggered;
    final double heapScan;
    final double scan;
    final double began;
    double assistCpu;
    double idleCpu;
    private final double scanPerCpu;
    private double scanned;

    MarkPhase(double triggered, double heapScan, Costs costs, double began) {
        this.triggered = triggered;
        this.heapScan = heapScan;
        this.scan = heapScan + costs.stackBytes() + costs.globalBytes();
        this.scanPerCpu = costs.scanBytesPerCpuSecond();
        this.began = began;
    }

    /** Seconds to its end, or a part of the whole, with so many processors at it. */
    double step(double processors) {
        return Math.min(left(), Math.max(1, scan / STEPS)) / (processors * scanPerCpu);
    }

    void advance(double seconds, double processors, double assisting, double idle) {
        scanned += seconds * processors * scanPerCpu;
        assistCpu += seconds * assisting;
        idleCpu += seconds * idle;
    }

    double scanned() {
        return scanned;
    }

    double left() {
        return scan - scanned;
    }
}

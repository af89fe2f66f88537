package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.ProcessMemorySample;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** The process as the kernel counts it: CPU time and memory. */
final class ProcessLine implements GoLine {

    @Override
    public String type() {
        return "process";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        OptionalLong user = Fields.number(line, "userNs");
        OptionalLong system = Fields.number(line, "systemNs");
        if (user.isPresent() && system.isPresent()) {
            Duration cpu = Duration.ofNanos(Math.addExact(user.getAsLong(), system.getAsLong()));
            out.add(new CpuSample(at, CpuGroup.PROCESS, cpu, 0));
        }
        OptionalLong rss = Fields.number(line, "rss");
        OptionalLong peak = Fields.number(line, "peakRss");
        if (rss.isPresent() && peak.isPresent()) {
            long swap = Fields.number(line, "swap").orElse(0);
            out.add(new ProcessMemorySample(at, rss.getAsLong(), peak.getAsLong(), swap));
        }
    }
}

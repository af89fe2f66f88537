package dev.tricolor.agent.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadKindTest {

    /** Names as read from procfs under every collector of 17.0.15 and 25.0.3. */
    @ParameterizedTest
    @CsvSource({
        "GC Thread#12,gc-stopped",
        "G1 Main Marker,gc-concurrent",
        "G1 Conc#0,gc-concurrent",
        "G1 Refine#1,gc-concurrent",
        "G1 Service,gc-concurrent",
        "ZWorker#0,gc-workers",
        "ZWorkerYoung#0,gc-workers",
        "ZWorkerOld#1,gc-workers",
        "ZDriver,gc-concurrent",
        "ZDriverMinor,gc-concurrent",
        "ZDriverMajor,gc-concurrent",
        "ZDirector,gc-concurrent",
        "ZStat,gc-concurrent",
        "ZUncommitter#0,gc-concurrent",
        "ZUnmapper,gc-concurrent",
        "RuntimeWorker#3,vm",
        "Shenandoah GC T,gc-workers",
        "Shenandoah Cont,gc-concurrent",
        "Shenandoah Regu,gc-concurrent",
        "VM Thread,vm",
        "VM Periodic Tas,vm",
        "C1 CompilerThre,jit",
        "C2 CompilerThre,jit",
        "Sweeper thread,jit",
        "JFR Periodic Ta,observer",
        "JFR Recorder Th,observer",
        "JFR Recording S,observer",
        "tricolor,observer",
        "java,application",
        "Reference Handl,application",
        "Finalizer,application",
        "main,application"
    })
    void kernelName_isClassified(String name, String label) {
        assertThat(ThreadKind.of(name).label).isEqualTo(label);
    }
}

package dev.tricolor.workloads;

import dev.tricolor.workloads.engine.Observer;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.Parameters;
import java.util.List;

/** Tells several observers. */
record Observers(List<Observer> observers) implements Observer {
    @Override
    public void measuredPartStarts(String workload, Parameters parameters) {
        observers.forEach(each -> each.measuredPartStarts(workload, parameters));
    }

    @Override
    public void measuredPartEnded() {
        observers.forEach(Observer::measuredPartEnded);
    }

    @Override
    public void progress(Progress progress) {
        observers.forEach(each -> each.progress(progress));
    }

    @Override
    public void result(Result result, String json) {
        observers.forEach(each -> each.result(result, json));
    }
}

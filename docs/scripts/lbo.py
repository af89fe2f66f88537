#!/usr/bin/env python3
"""Lower bound overhead of a run, from its raw results alone: a second opinion on what Tricolor prints.

    python3 docs/scripts/lbo.py RESULTS.jsonl

RESULTS.jsonl is runs/ID/results.jsonl in Tricolor's data folder. Needs Python 3, nothing else; shares no code with
Tricolor. After Cai, Blackburn, Bond and Maas, "Distilling the Real Cost of Production Garbage Collectors" (ISPASS 2022):

    distilled = total - explicit GC      MDC = least mean distilled cost      LBO = total / MDC

MDC is taken over all collectors and heaps of one workload on one JDK (or one release of Go). In time, total is the elapsed time and explicit GC
the stopped time; in CPU, the process's CPU time and that of the GC threads.
"""
import collections
import json
import statistics
import sys

# t(0.975, df), df = 1 .. 30
T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
     2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042]


def at(tree, *path):
    for key in path:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def costs(row, kind):
    if kind == "time":
        return at(row, "result", "elapsedNs"), at(row, "summary", "pauses", "sum", "value")
    if row["row"]["collector"] == "go":  # Go counts by the wall clock: its share of its own account, of the process's time
        total, share = at(row, "result", "processCpuNs"), at(row, "summary", "cpu", "gcShare", "value")
        return total, None if total is None or share is None else share * total
    total, seen = at(row, "result", "processCpuNs"), at(row, "summary", "cpu", "process", "value")
    if total is not None and seen is not None and abs(seen - total) > max(0.05 * total, 30e6):
        return total, None  # the agent's readings do not cover the measured part
    return total, at(row, "summary", "cpu", "gc", "value")


def main(path):
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                row = json.loads(line)
                rows[row["row"]["number"]] = row  # a later line of the same row counts
    setups = collections.OrderedDict()
    for number in sorted(rows):
        row = rows[number]
        plan = row["row"]
        key = (plan["workload"], plan["runtime"], plan["collector"], plan["tuning"], plan["heapBytes"], plan["control"])
        setups.setdefault(key, [])
        if row["outcome"] == "ok":
            setups[key].append(row)
    for (workload, runtime, collector, tuning, heap, control), found in setups.items():
        cells = []
        for kind in ("time", "cpu"):
            least = None
            for (other_workload, other_runtime, _, _, _, other_control), others in setups.items():
                if (other_workload, other_runtime) != (workload, runtime) or other_control:
                    continue
                pairs = [costs(row, kind) for row in others]
                distilled = [total - gc for total, gc in pairs if total is not None and gc is not None]
                if distilled and statistics.fmean(distilled) > 0:
                    mean = statistics.fmean(distilled)
                    least = mean if least is None else min(least, mean)
            totals = [costs(row, kind)[0] for row in found]
            ratios = [total / least for total in totals if total is not None and least]
            if not ratios:
                cells.append("-")
            elif len(ratios) == 1:
                cells.append("%.3f" % ratios[0])
            else:
                n = len(ratios)
                t = T[n - 2] if n - 2 < len(T) else 1.96
                half = t * statistics.stdev(ratios) / n ** 0.5
                cells.append("%.3f ±%.3f" % (statistics.fmean(ratios), half))
        name = "%s/%s-%s%s/%d%s" % (
            workload, collector, runtime, "-" + tuning if tuning else "", heap, "/control" if control else "")
        print("%s\t%s\t%s" % (name, cells[0], cells[1]))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: lbo.py RESULTS.jsonl")
    main(sys.argv[1])

#!/usr/bin/env python3
"""Records the Go runs that ship with Tricolor for machines without a Go toolchain.

    python3 docs/scripts/record-go.py

Needs Go and a JDK, a few minutes, and a machine that does nothing else: how busy it was, and with which priority
the runs went (chrt -r 1 python3 … where it does something else), is written down beside the recordings. Runs the demo's work in Go at GOGC 50, 100 and 200 and once under G1, refuses unless all checksums are equal,
and writes the sessions' logs, compressed, with a description of machine and runs. In the logs nothing is changed but the
program's path, of which the name is kept.
"""

import argparse
import datetime
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TO = ROOT / "dashboard/src/main/resources/dev/tricolor/dashboard/recordings"
GOGC = ["50", "100", "200"]
ARGUMENTS = ["--ops=40m"]  # DemoCommand's
HEAP = "160m"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tricolor", default=str(ROOT / "tricolor"), help="the command to run")
    tricolor = parser.parse_args().tricolor
    with tempfile.TemporaryDirectory() as data:
        before = load()
        run = json.loads(
            subprocess.run(
                [tricolor, "run", "churn", *ARGUMENTS, "--heap", HEAP, "--gc", "g1,go", "--gogc", ",".join(GOGC)]
                + ["--no-control", "--json", "--port", "0", "--data", data],
                check=True,
                stdout=subprocess.PIPE,
            ).stdout
        )
        keep(run, pathlib.Path(data), before)


def keep(run, data, before):
    rows = run["rows"]
    checksums = {row["checksum"] for row in rows}
    if len(checksums) != 1 or not all(row["outcome"] == "ok" and row["sessionEnded"] for row in rows):
        sys.exit(f"not recorded: outcomes {[row['outcome'] for row in rows]}, checksums {checksums}")
    header = json.loads((data / "runs" / run["run"] / "run.json").read_text())
    hardware, _, system = header["machine"].rpartition(", ")
    go = [row for row in rows if row["collector"] == "go"]
    TO.mkdir(parents=True, exist_ok=True)
    description = {
        "recorded": datetime.date.today().isoformat(),
        "machine": f"{processor()}, {hardware}",
        "system": system,
        "go": go[0]["version"],
        "loadBefore": before,
        "loadAfter": load(),
        "priority": priority(),
        "workload": "churn",
        "arguments": ARGUMENTS,
        "checksum": checksums.pop(),
        "recordings": [recording(row, data) for row in go],
    }
    (TO / "recordings.json").write_text(json.dumps(description, indent=2, ensure_ascii=False) + "\n")
    print(json.dumps({k: v for k, v in description.items() if k != "recordings"}, indent=2))


def recording(row, data):
    gogc = row["result"]["gogc"]
    log = (data / "sessions" / row["session"] / "log.ndjson").read_bytes()
    log = re.sub(rb'"args":\["[^"]*/', b'"args":["', log, count=1)
    file = f"churn-gogc{gogc}.ndjson.gz"
    (TO / file).write_bytes(gzip.compress(log, 9, mtime=0))
    return {"file": file, "gogc": str(gogc), "bytes": len(log), "result": row["result"]}


def load():
    """Processes that run or want to, the mean of the last minute."""
    return round(os.getloadavg()[0], 1)


def priority():
    if os.sched_getscheduler(0) in (os.SCHED_RR, os.SCHED_FIFO):
        return "real-time"
    return "normal" if os.nice(0) == 0 else f"nice {os.nice(0)}"


def processor():
    names = re.findall(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    return names[0] if names else "processor unknown"


main()

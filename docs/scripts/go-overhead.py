#!/usr/bin/env python3
"""What the Go agent costs an allocating program: throughput and CPU time with it over those without it, and A/A beside it.

    python3 docs/scripts/go-overhead.py [--pairs 15] [--go go] [--operations 20000000] [--procs 2] [--interval 100ms]

Builds workloads/go/tricolor/internal/overhead and runs it in rounds of three: without the agent (A), with it (B), without it
again (A'), each round beginning with another of them. The agent sends to a receiver in this script, which keeps the ingest
contract and throws the bytes away, so that no dashboard competes for the processors. Throughput is operations by elapsed
time, CPU is the process's user and system time from wait4. The ratios are geometric means over rounds with 95 % intervals
(Student, on the logarithms); throughput above 1 is faster with the agent. Start and end of the process are in CPU, not in
throughput.
"""
import argparse, http.server, math, os, platform, subprocess, sys, tempfile, threading
from urllib.parse import urlparse

T975 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042]


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    held, total, requests = {}, 0, 0

    def take(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        session = urlparse(self.path).path.split("/")[3]
        offset = Receiver.held.get(session, 0)
        if "/log" in self.path:
            offset += len(body)
            Receiver.total += len(body)
            Receiver.requests += 1
        Receiver.held[session] = offset
        answer = b"offset=%d\n" % offset
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_PUT = do_POST = take

    def log_message(self, *_):
        pass


def once(program, args, with_agent, url, procs, interval):
    env = {k: v for k, v in os.environ.items() if not k.startswith("TRICOLOR_") and k not in ("GOGC", "GODEBUG", "GOMEMLIMIT")}
    env["GOMAXPROCS"] = str(procs)
    if with_agent:
        env.update(TRICOLOR_URL=url, TRICOLOR_INTERVAL=interval)
    child = subprocess.Popen([program, *args], env=env, stdout=subprocess.PIPE)
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit("the program failed")
    nanos, checksum = out.split()
    return int(nanos) / 1e9, usage.ru_utime + usage.ru_stime, checksum


def ratio(name, tops, bottoms):
    logs = [math.log(t / b) for t, b in zip(tops, bottoms)]
    n = len(logs)
    mean = sum(logs) / n
    half = T975[min(n - 2, 29)] * math.sqrt(sum((x - mean) ** 2 for x in logs) / (n - 1) / n)
    print(f"{name}: {math.exp(mean):.4f} [{math.exp(mean - half):.4f}, {math.exp(mean + half):.4f}]")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pairs", type=int, default=15)
    p.add_argument("--go", default="go")
    p.add_argument("--operations", default="20000000")
    p.add_argument("--procs", type=int, default=os.cpu_count())
    p.add_argument("--interval", default="100ms")
    a = p.parse_args()
    if a.pairs < 2:
        p.error("--pairs: 2 or more")
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "workloads", "go")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "overhead")
        subprocess.run([a.go, "build", "-o", program, "./tricolor/internal/overhead"], cwd=root, check=True)
        version = subprocess.run([a.go, "version"], capture_output=True, text=True, check=True).stdout.split()[2]
        args = ["-operations", a.operations, "-workers", str(a.procs)]
        print(f"{version}, {platform.machine()}, {os.cpu_count()} processors, GOMAXPROCS {a.procs}, {a.pairs} rounds,"
              f" {a.operations} operations, interval {a.interval}, load average {os.getloadavg()[0]:.1f} at the start")
        once(program, args, False, url, a.procs, a.interval)
        setups = ["A", "B", "A'"]
        got = {s: [] for s in setups}
        for i in range(a.pairs):
            for s in setups[i % 3:] + setups[:i % 3]:
                got[s].append(once(program, args, s == "B", url, a.procs, a.interval))
    if len({r[2] for rows in got.values() for r in rows}) != 1:
        sys.exit("the checksums differ: not the same work")
    wall = {s: [r[0] for r in rows] for s, rows in got.items()}
    cpu = {s: [r[1] for r in rows] for s, rows in got.items()}
    ratio("throughput with over without ", wall["A"], wall["B"])
    ratio("throughput A/A               ", wall["A"], wall["A'"])
    ratio("CPU time with over without   ", cpu["B"], cpu["A"])
    ratio("CPU time A/A                 ", cpu["A'"], cpu["A"])
    print(f"median run {sorted(wall['A'])[a.pairs // 2]:.2f} s; {Receiver.total / sum(wall['B']) / 1024:.1f} KiB/s in"
          f" {Receiver.requests / sum(wall['B']):.1f} requests a second; load average {os.getloadavg()[0]:.1f} at the end")


main()

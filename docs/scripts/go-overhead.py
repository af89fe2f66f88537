#!/usr/bin/env python3
"""What the Go agent costs an allocating program: throughput and CPU time with it over those without it, and A/A beside it.

    python3 docs/scripts/go-overhead.py [--rounds 300] [--go go] [--operations 5000000] [--live 60000] [--gogc 100] [--procs 2] [--interval 100ms]

Builds and runs workloads/go/tricolor/internal/overhead, which does the same work again and again in one process: in rounds of
four parts, without the agent (A), with it (B), without it again (C), and with a goroutine that a ticker wakes as often as
the agent's and that does nothing (T), in all orders in turn. A part with the agent comes 1.3 to 2 s
after its start, since it takes a second to see what program it is in. Parts are short, a quarter of a second, since how fast a processor is changes here by
10 % and more, from one second to the next as from one minute to the next. The agent sends to a receiver in this script, which keeps the ingest contract and throws the bytes
away; it runs on the same processors, and how much of them it took is printed. Throughput is operations by elapsed time; CPU is the
program's own user and system time. B and T are compared with the mean of A and C of their round, the control is C over A; geometric
means over rounds with 95 % intervals (Student, on the logarithms). Above 1 is faster, or more CPU, with the agent. How much of
the processors' time the program did not use is steadier than how fast they are: it is told too, in points of per cent, means over rounds.
"""
import argparse, http.server, math, os, platform, subprocess, sys, tempfile, threading, time
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


def interval(values):
    """The mean, and half of its 95 % interval."""
    n = len(values)
    mean = sum(values) / n
    return mean, (T975[n - 2] if n < 32 else 1.96 + 2.5 / n) * math.sqrt(sum((x - mean) ** 2 for x in values) / (n - 1) / n)


def ratio(name, logs):
    mean, half = interval(logs)
    print(f"{name}: {math.exp(mean):.4f} [{math.exp(mean - half):.4f}, {math.exp(mean + half):.4f}]")


def points(name, differences):
    mean, half = interval(differences)
    print(f"{name}: {mean:+.2f} [{mean - half:+.2f}, {mean + half:+.2f}]")


def parts(program, url, a):
    """Runs the program; {part: {round: (seconds, CPU seconds, collections)}}, for how many seconds an agent was attached, and the receiver's CPU seconds."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("TRICOLOR_") and k not in ("GOGC", "GODEBUG", "GOMEMLIMIT")}
    env.update(GOMAXPROCS=str(a.procs), GOGC=a.gogc)
    got = {p: {} for p in "ABCT"}
    began = time.process_time()
    child = subprocess.Popen([program, "-url", url, "-interval", a.interval, "-rounds", str(a.rounds), "-operations", a.operations, "-live", str(a.live),
                              "-workers", str(a.procs)], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for line in child.stdout:
        if line.startswith("attached"):
            attached = int(line.split()[1]) / 1e9
            continue
        number, part, took, used, cycles = line.split()
        got[part][int(number)] = (int(took) / 1e9, int(used) / 1e9, int(cycles))
        if part == "B" and sys.stderr.isatty():
            print(f"\rround {int(number) + 1} of {a.rounds}", end="", file=sys.stderr)
    complaints = child.stderr.read()
    if child.wait() != 0 or any(len(rows) != a.rounds for rows in got.values()):
        sys.exit("the program failed: " + complaints)
    return got, attached, time.process_time() - began


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rounds", type=int, default=300)
    p.add_argument("--go", default="go")
    p.add_argument("--operations", default="5000000")
    p.add_argument("--live", type=int, default=60_000)
    p.add_argument("--gogc", default="100")
    p.add_argument("--procs", type=int, default=os.cpu_count())
    p.add_argument("--interval", default="100ms")
    a = p.parse_args()
    if a.rounds < 2:
        p.error("--rounds: 2 or more")
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "workloads", "go")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "overhead")
        subprocess.run([a.go, "build", "-o", program, "./tricolor/internal/overhead"], cwd=root, check=True)
        version = subprocess.run([a.go, "version"], capture_output=True, text=True, check=True).stdout.split()[2]
        print(f"{version}, {platform.machine()}, {os.cpu_count()} processors, GOMAXPROCS {a.procs}, {a.rounds} rounds,"
              f" {a.operations} operations, {a.live} objects live, GOGC {a.gogc}, interval {a.interval}, load average {os.getloadavg()[0]:.1f} at the start", flush=True)
        got, attached, receiver = parts(program, url, a)
    for name, column, sign in (("throughput", 0, -1), ("CPU time  ", 1, 1)):
        log = {p: [sign * math.log(rows[i][column]) for i in range(a.rounds)] for p, rows in got.items()}
        ratio(f"{name}: agent over without        ", [b - (x + y) / 2 for x, b, y in zip(log["A"], log["B"], log["C"])])
        ratio(f"{name}: A/A                       ", [y - x for x, y in zip(log["A"], log["C"])])
        ratio(f"{name}: empty ticker over without ", [t - (x + y) / 2 for x, t, y in zip(log["A"], log["T"], log["C"])])
        ratio(f"{name}: agent over empty ticker   ", [b - t for b, t in zip(log["B"], log["T"])])
    unused = {p: [100 - 100 * rows[i][1] / rows[i][0] / a.procs for i in range(a.rounds)] for p, rows in got.items()}
    mean, half = interval(unused["A"])
    print(f"unused    : {mean:.2f} ±{half:.2f} % of the processors' time, without the agent")
    points("unused    : agent less without        ", [b - (x + y) / 2 for x, b, y in zip(unused["A"], unused["B"], unused["C"])])
    points("unused    : A/A                       ", [y - x for x, y in zip(unused["A"], unused["C"])])
    points("unused    : empty ticker less without ", [t - (x + y) / 2 for x, t, y in zip(unused["A"], unused["T"], unused["C"])])
    seconds = sum(row[0] for row in got["B"].values())
    cycles = sum(row[2] for row in got["B"].values())
    print(f"a part took {seconds / a.rounds:.2f} s; {cycles / seconds:.0f} collections a second; {Receiver.total / attached / 1024:.1f} KiB/s in {Receiver.requests / attached:.1f} requests a second;"
          f" the receiver took {100 * receiver / attached / os.cpu_count():.2f} % of the processors while an agent was attached;"
          f" load average {os.getloadavg()[0]:.1f} at the end")


main()

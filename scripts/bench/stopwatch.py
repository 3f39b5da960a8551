"""Runs commands, one a line of JSON, and answers what each took.

Node.js cannot say what memory and CPU time a child took; wait4 can.
"""

import json, os, signal, sys, time

for line in sys.stdin:
    task = json.loads(line)
    files = [
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, task["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    start = time.monotonic()
    pid = os.posix_spawn(task["command"][0], task["command"], task["env"], file_actions=files)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(pid, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, task["limit"] / 1000)
    _, status, usage = os.wait4(pid, 0)
    elapsed = time.monotonic() - start
    signal.setitimer(signal.ITIMER_REAL, 0)
    # Linux counts kilobytes, macOS bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    answer = {
        "wall": elapsed * 1000,
        "cpu": (usage.ru_utime + usage.ru_stime) * 1000,
        "memory": usage.ru_maxrss * unit / 1024 / 1024,
        "status": os.waitstatus_to_exitcode(status),
    }
    print(json.dumps(answer), flush=True)

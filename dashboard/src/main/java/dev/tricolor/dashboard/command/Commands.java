package dev.tricolor.dashboard.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The commands that wait for their agents, a queue for each session. In memory only: what came of a command is in the
 * session's log, and one that was not taken before the dashboard ended is to be given again.
 *
 * <p>Thread-safe; a queue is guarded by itself.
 */
public final class Commands {

    /** More than this waiting for one agent means that it does not take them. */
    public static final int MOST = 16;

    private final Map<UUID, Deque<Command>> waiting = new ConcurrentHashMap<>();
    private long last;

    /** Queues one; empty where too many wait already. */
    public Optional<Command> give(UUID session, String text) {
        Deque<Command> queue = waiting.computeIfAbsent(session, id -> new ArrayDeque<>());
        synchronized (queue) {
            if (queue.size() >= MOST) {
                return Optional.empty();
            }
            Command c = new Command(nextId(), text);
            queue.add(c);
            return Optional.of(c);
        }
    }

    private synchronized long nextId() {
        last = Math.max(last + 1, System.currentTimeMillis());
        return last;
    }

    /** The one that the session's agent is to carry out next. */
    public Optional<Command> next(UUID session) {
        return waiting(session).stream().findFirst();
    }

    /** All that wait, oldest first. */
    public List<Command> waiting(UUID session) {
        Deque<Command> queue = waiting.get(session);
        if (queue == null) {
            return List.of();
        }
        synchronized (queue) {
            return List.copyOf(queue);
        }
    }

    /** Takes away the command of this id, which the agent has taken, and those before it. */
    public void taken(UUID session, long id) {
        Deque<Command> queue = waiting.get(session);
        if (queue != null) {
            synchronized (queue) {
                queue.removeIf(c -> c.id() <= id);
            }
        }
    }

    /** Drops what waits for a session that has ended. */
    public void forget(UUID session) {
        waiting.remove(session);
    }
}

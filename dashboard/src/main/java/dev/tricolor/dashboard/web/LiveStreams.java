package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.decode.Timelines;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events to pages.
 *
 * <p>One thread a client waits until something changed, computes what is new for this client, and writes it. Nothing is
 * queued: a client that reads slowly gets fewer, larger updates, and one that stops reading is dropped and counted, so that
 * it can hold up nobody else.
 */
public final class LiveStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /** More pages than this are refused: each holds a thread. */
    static final int MOST = 64;

    private static final long HEARTBEAT_MS = 5_000;
    /** The recording is flushed once a second; what changes within this is sent together. */
    private static final long SPACING_MS = 100;

    /** A write that has not ended after this long means that nobody reads. */
    private static final long STUCK_MS = 10_000;

    /** One client's content. Called on the client's thread only. */
    public interface Feed {
        /** Writes what is new; called at once, after each change, and at each heartbeat. */
        void next(Sink sink) throws IOException;

        /** Whether a change of this session concerns it. */
        default boolean shows(UUID session) {
            return false;
        }
    }

    /** Where a feed writes. */
    public interface Sink {
        void event(String name, Object body) throws IOException;
    }

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> daemon(r, "tricolor-live"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "tricolor-live-watch"));
    private final AutoCloseable subscription;
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    LiveStreams(Timelines timelines) {
        subscription = timelines.onChange(this::changed);
        var unused = watch.scheduleWithFixedDelay(this::dropStuck, 1, 1, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable r, String name) {
        Thread t = new Thread(r, name);
        t.setDaemon(true);
        return t;
    }

    LiveCounters counters() {
        return new LiveCounters(clients.size(), opened.get(), dropped.get(), refused.get(), events.get(), bytes.get());
    }

    /** Answers the request with a stream that ends when the client goes. */
    public void serve(Context ctx, Feed feed) {
        if (clients.size() >= MOST) {
            refused.incrementAndGet();
            throw new Problem(503, "Too many streams", "Already " + MOST + " pages are open; close one and reload.");
        }
        HttpServletResponse response = ctx.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        Client client = new Client(feed, response);
        clients.add(client);
        opened.incrementAndGet();
        ctx.future(() -> {
            client.request = ctx.req().getAsyncContext();
            threads.execute(client);
            return client.finished;
        });
    }

    private void changed(UUID session) {
        for (Client c : clients) {
            if (c.feed.shows(session)) {
                c.wake();
            }
        }
    }

    /** Something changed for the feeds of this kind. */
    public void wake(Class<? extends Feed> kind) {
        for (Client c : clients) {
            if (kind.isInstance(c.feed)) {
                c.wake();
            }
        }
    }

    private void dropStuck() {
        long now = System.nanoTime();
        for (Client c : clients) {
            long since = c.writingSince;
            if (since != 0 && TimeUnit.NANOSECONDS.toMillis(now - since) > STUCK_MS) {
                c.drop();
            }
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("could not stop listening to timelines", e);
        }
        watch.shutdownNow();
        threads.shutdownNow();
    }

    private final class Client implements Runnable, Sink {

        private final Feed feed;
        private final HttpServletResponse response;
        private volatile long writingSince;
        private volatile boolean stuck;
        private volatile Thread thread = Thread.currentThread();
        private boolean woken;
        /** Never completes: Javalin would then look at a request that may be gone. The stream ends its request itself. */
        private final CompletableFuture<Void> finished = new CompletableFuture<>();

        private @Nullable AsyncContext request;

        Client(Feed feed, HttpServletResponse response) {
            this.feed = feed;
            this.response = response;
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    feed.next(this);
                    write(":\n\n");
                    TimeUnit.MILLISECONDS.sleep(SPACING_MS);
                    await();
                }
            } catch (InterruptedException e) {
                LOG.debug("a stream ends", e);
            } catch (IOException | IllegalStateException e) {
                LOG.debug("a page went away", e);
            } catch (Problem deleted) {
                LOG.debug("a page's session went away", deleted);
            } catch (RuntimeException e) {
                LOG.error("a live stream failed", e);
            } finally {
                clients.remove(this);
                if (stuck) {
                    dropped.incrementAndGet();
                }
                end();
            }
        }

        private void end() {
            try {
                if (request != null) {
                    request.complete();
                }
            } catch (IllegalStateException already) {
                LOG.debug("the request had ended", already);
            }
        }

        synchronized void wake() {
            woken = true;
            notifyAll();
        }

        private synchronized void await() throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MS);
            while (!woken) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
            woken = false;
        }

        void drop() {
            stuck = true;
            thread.interrupt();
        }

        @Override
        public void event(String name, Object body) throws IOException {
            write("event: " + name + "\ndata: " + new String(Json.bytes(body), StandardCharsets.UTF_8) + "\n\n");
            events.incrementAndGet();
        }

        private void write(String text) throws IOException {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            writingSince = System.nanoTime();
            try {
                ServletOutputStream out = response.getOutputStream();
                out.write(utf8);
                out.flush();
                bytes.addAndGet(utf8.length);
            } finally {
                writingSince = 0;
            }
        }
    }
}

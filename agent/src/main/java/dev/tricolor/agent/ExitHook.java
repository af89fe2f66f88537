package dev.tricolor.agent;

/** The agent's shutdown hook. A class of its own because a lambda would cost start-up time. */
final class ExitHook extends Thread {

    private final Observer observer;

    ExitHook(Observer observer) {
        super(null, null, "tricolor exit", 0, false);
        this.observer = observer;
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        observer.drain();
    }

    /** Takes the hook back; false once the JVM has begun to exit. */
    boolean withdraw() {
        try {
            return Runtime.getRuntime().removeShutdownHook(this);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}

package dev.tricolor.dashboard.web;

import java.util.Optional;

/**
 * Where the dashboard listens and whom it lets in.
 *
 * @param host address to bind; loopback by default
 * @param port to listen on; 0 takes a free one
 * @param token that every request must bring, where present
 */
public record WebOptions(String host, int port, Optional<String> token) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 7979;

    public static WebOptions defaults() {
        return new WebOptions(DEFAULT_HOST, DEFAULT_PORT, Optional.empty());
    }

    public WebOptions withPort(int newPort) {
        return new WebOptions(host, newPort, token);
    }
}

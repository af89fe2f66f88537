package dev.tricolor.dashboard.watch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine's name. */
public final class HostName {
    private HostName() {}

    /** Empty where it has none. */
    public static String find() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}

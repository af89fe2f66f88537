package dev.tricolor.agent.app;

/** Says hello and returns. */
public final class Hello {

    public static void main(String[] arguments) {
        System.out.println("HELLO");
        System.out.println("MAIN_ENDED=" + System.currentTimeMillis());
    }
}

package dev.tricolor.dashboard.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;

/** Loads the agent into a running JVM, and says in one line what is in the way. */
final class AgentLoader {
    private final Path agentJar;

    AgentLoader(Path agentJar) {
        this.agentJar = agentJar.toAbsolutePath();
    }

    void load(LocalJvm jvm, String arguments) {
        try {
            VirtualMachine machine = VirtualMachine.attach(jvm.pid());
            try {
                machine.loadAgent(agentJar.toString(), arguments);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw Complaint.couldNotRun(
                    jvm.pid() + " cannot be attached to (" + e.getMessage() + ")",
                    "start it with -javaagent: instead, see tricolor serve");
        } catch (AgentLoadException | AgentInitializationException e) {
            String says = String.valueOf(e.getMessage());
            throw Complaint.couldNotRun(jvm.pid() + " refused the agent (" + says + ")", hint(says));
        } catch (IOException e) {
            throw Complaint.couldNotRun(
                    jvm.pid() + " cannot be reached (" + e.getMessage() + ")",
                    "attach as the user that runs it, in the same container");
        }
    }

    private static String hint(String message) {
        return message.contains("Dynamic agent loading")
                ? "start it with -XX:+EnableDynamicAgentLoading, or with -javaagent:"
                : "its standard error says why";
    }
}

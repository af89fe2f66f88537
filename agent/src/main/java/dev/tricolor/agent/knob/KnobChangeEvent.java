package dev.tricolor.agent.knob;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A setting changed while running, or a change that was asked for and refused. */
@Name("tricolor.KnobChange")
@Label("Knob Change")
@Category("Tricolor")
@StackTrace(false)
public final class KnobChangeEvent extends Event {

    @Label("Name")
    String name = "";

    @Label("Old Value")
    String oldValue = "";

    @Label("New Value")
    @Description("What was asked for, where it was refused")
    String newValue = "";

    @Label("Who")
    @Description("argument, dashboard, loop (following the measured peak), or agent (restoring as it stops)")
    String who = "";

    @Label("Refused")
    @Description("Why nothing was set; empty where it was")
    String refused = "";

    static void changed(String name, String oldValue, String newValue, String who) {
        commit(name, oldValue, newValue, who, "");
    }

    /** Refuses a command of the dashboard's, where the application was not started so that it may command. */
    public static void notControlled(String command) {
        refused(
                command,
                "",
                "dashboard",
                "the agent was started without control=on, which lets the dashboard turn knobs");
    }

    /** Says that nothing was set, and why. */
    static void refused(String name, String value, String who, String why) {
        commit(name, "", value, who, why);
    }

    private static void commit(String name, String oldValue, String newValue, String who, String refused) {
        KnobChangeEvent e = new KnobChangeEvent();
        e.name = name;
        e.oldValue = oldValue;
        e.newValue = newValue;
        e.who = who;
        e.refused = refused;
        e.commit();
    }
}

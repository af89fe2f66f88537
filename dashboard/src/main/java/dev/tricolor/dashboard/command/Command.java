package dev.tricolor.dashboard.command;

/**
 * One thing for an agent to do.
 *
 * @param id of this command alone, without blanks; a later one's is greater, also after the dashboard was restarted
 * @param text {@code NAME} or {@code NAME VALUE}, in one line
 */
public record Command(long id, String text) {

    /** As it stands in the answer to an agent: {@code command=ID NAME VALUE}. */
    public String line() {
        return "command=" + id + " " + text + "\n";
    }
}

package dev.tricolor.dashboard.web.panel;

/** One panel of the session page: what it is, and how its data comes out of a timeline. Stateless. */
public interface Panel {

    PanelSpec spec();

    /** The same for a Go process, where the words or the instruments differ. */
    default PanelSpec goSpec() {
        return spec();
    }

    /** The panel's data for a stretch of time. */
    PanelData data(View view);
}

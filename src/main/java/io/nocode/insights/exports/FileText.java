package io.nocode.insights.exports;

import io.nocode.insights.activities.ActivityView;

/** The text of one form of file, from its first line to its last. */
interface FileText {
    /** What comes before the first record. */
    String head();

    /** One record, with whatever parts it from the one before. */
    String line(ActivityView activity, boolean first);

    /** What comes after the last record. */
    String foot();
}

package io.nocode.studio.tables;

import java.util.List;

/**
 * What a change would do.
 *
 * @param misfits rows that would not fit: the change would be refused
 * @param losses data that would go: the change would need consent
 */
public record PreviewView(List<StepView> steps, List<Misfits> misfits, List<Loss> losses) {
    /**
     * One statement.
     *
     * @param effect safe, blocking or destructive
     * @param lock the lock that PostgreSQL takes meanwhile
     */
    public record StepView(String sql, String effect, String lock) {}
}
